package id.pintu.intake.attachments;

import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of uploads: the hash of the content and a signature, so that only who uploaded a file, or was given its id, can attach
 * it. Nothing needs to be stored for them.
 */
public final class AttachmentIds {

    private static final Pattern ID = Pattern.compile("([0-9a-f]{64})-([0-9a-f]{40})");

    private final List<InstallationSecret> secrets;

    public AttachmentIds(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.ATTACHMENTS);
    }

    /** 105 characters: hexadecimal digits and a hyphen. */
    public String idOf(String sha256) {
        return sha256 + "-" + signature(secrets.getFirst(), sha256);
    }

    /** The hash in an id; empty when it was not given out here. */
    public Optional<String> sha256Of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                        && secrets.stream()
                                .anyMatch(secret -> InstallationSecret.constantTimeEquals(
                                        parts.group(2), signature(secret, parts.group(1))))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    private static String signature(InstallationSecret secret, String sha256) {
        return secret.deriveKey("attachment", sha256);
    }
}
