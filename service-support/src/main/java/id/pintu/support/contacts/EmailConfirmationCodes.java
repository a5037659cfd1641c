package id.pintu.support.contacts;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes by which the owner of a mailbox confirms that it is the reporter's: derived, and stored nowhere.
 *
 * <p>A code is a proof and a signature. The proof depends on complaint and address; the signature on the proof, so that
 * intake-service, which reads no contacts, can tell a code that was mailed from a guessed one.
 */
public final class EmailConfirmationCodes {

    private static final int PART_LENGTH = 24;
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{" + 2 * PART_LENGTH + "}");

    private final List<InstallationSecret> secrets;

    public EmailConfirmationCodes(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.EMAIL_CONFIRMATIONS);
    }

    /** The code for a complaint's address, 48 hexadecimal digits; another address has another one. */
    public String codeFor(ComplaintId id, String email) {
        InstallationSecret secret = secrets.getFirst();
        String proof = proof(secret, id, email);
        return proof + signature(secret, id, proof);
    }

    /** The proof in a code; empty when the code was not given out for this complaint. */
    public Optional<String> proofIn(String code, ComplaintId id) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        String proof = code.substring(0, PART_LENGTH);
        return secrets.stream()
                        .anyMatch(secret -> InstallationSecret.constantTimeEquals(
                                code.substring(PART_LENGTH), signature(secret, id, proof)))
                ? Optional.of(proof)
                : Optional.empty();
    }

    /** Whether a proof is the one of this address. */
    public boolean confirms(String proof, ComplaintId id, String email) {
        return secrets.stream()
                .anyMatch(secret -> InstallationSecret.constantTimeEquals(proof, proof(secret, id, email)));
    }

    private static String proof(InstallationSecret secret, ComplaintId id, String email) {
        return secret.deriveKey("email-confirmation", id.value(), email).substring(0, PART_LENGTH);
    }

    private static String signature(InstallationSecret secret, ComplaintId id, String proof) {
        return secret.deriveKey("email-confirmation-signature", id.value(), proof)
                .substring(0, PART_LENGTH);
    }
}
