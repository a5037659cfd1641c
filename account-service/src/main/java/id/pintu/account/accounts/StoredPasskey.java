package id.pintu.account.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passkey (WebAuthn credential) of an account; binary values in base64url.
 *
 * @param id of the credential
 * @param publicKey COSE key
 * @param signatureCount how often the authenticator has signed, where it counts
 * @param userVerified whether the authenticator verified its user when the passkey was made
 * @param transports such as {@code internal}, {@code usb}
 * @param backupEligible whether it may be copied to other devices
 * @param backedUp whether it was
 * @param attestation attestation object, as the authenticator made it
 * @param attestationData client data of the attestation
 * @param label name that its owner gave it
 */
public record StoredPasskey(
        String id,
        String publicKey,
        long signatureCount,
        boolean userVerified,
        List<String> transports,
        boolean backupEligible,
        boolean backedUp,
        Optional<String> attestation,
        Optional<String> attestationData,
        String label,
        Instant created,
        Instant lastUsed) {

    public StoredPasskey {
        transports = List.copyOf(transports);
    }
}
