package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReporterContact;
import id.pintu.events.WireJsonMapper;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.List;

/**
 * Hasher of contacts, by which a repeated submission with another contact is noticed. The hashes are keyed, because
 * telephone numbers are few enough to try them all, and differ between complaints of one reporter.
 */
final class ContactHasher {

    private final List<InstallationSecret> secrets;

    ContactHasher(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.CONTACT_HASHES);
    }

    String hash(ComplaintId id, ReporterContact contact) {
        return hash(secrets.getFirst(), id, contact);
    }

    /** Whether this is the hash of the contact, by the current secret or a listed predecessor. */
    boolean isHashOf(String hash, ComplaintId id, ReporterContact contact) {
        return secrets.stream()
                .anyMatch(secret -> InstallationSecret.constantTimeEquals(hash, hash(secret, id, contact)));
    }

    private static String hash(InstallationSecret secret, ComplaintId id, ReporterContact contact) {
        return secret.deriveKey("contact", id.value(), WireJsonMapper.MAPPER.writeValueAsString(contact));
    }
}
