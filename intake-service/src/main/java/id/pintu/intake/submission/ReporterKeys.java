package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;

/** Keys by which reporters act on their complaints: derived from the complaint id, and stored nowhere. */
final class ReporterKeys {

    private final InstallationSecrets secrets;

    ReporterKeys(InstallationSecrets secrets) {
        this.secrets = secrets;
    }

    String keyOf(ComplaintId id) {
        return derive(secrets.current(SecretPurpose.REPORTER_KEYS), id);
    }

    /** Whether the current secret or a listed predecessor gives this key to the complaint. */
    boolean isKeyOf(String key, ComplaintId id) {
        return secrets.accepted(SecretPurpose.REPORTER_KEYS).stream()
                .anyMatch(secret -> InstallationSecret.constantTimeEquals(key, derive(secret, id)));
    }

    private static String derive(InstallationSecret secret, ComplaintId id) {
        return secret.deriveKey("reporter-key", id.value());
    }
}
