package id.pintu.support.attachments;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issuer and verifier of passes to one attachment of a complaint for a limited time, as {@code <epoch seconds>.<40
 * hexadecimal digits>}. Who issues one has checked that its holder may see the report; intake-service, which stores the
 * content, does not know institutions.
 */
public final class AttachmentPasses {

    /** Header of a request to intake-service. */
    public static final String HEADER = "Attachment-Pass";

    private static final Pattern PASS = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{40})");

    private final List<InstallationSecret> secrets;

    public AttachmentPasses(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.ATTACHMENTS);
    }

    /**
     * @param number of the attachment, from 1
     * @param until when it ends
     */
    public String issue(ComplaintId complaint, int number, Instant until) {
        long seconds = until.getEpochSecond();
        return seconds + "." + signature(secrets.getFirst(), complaint, number, seconds);
    }

    public boolean isValid(String pass, ComplaintId complaint, int number, Instant now) {
        Matcher parts = PASS.matcher(pass);
        if (!parts.matches()) {
            return false;
        }
        long until = Long.parseLong(parts.group(1));
        return now.getEpochSecond() <= until
                && secrets.stream()
                        .anyMatch(secret -> InstallationSecret.constantTimeEquals(
                                parts.group(2), signature(secret, complaint, number, until)));
    }

    private static String signature(InstallationSecret secret, ComplaintId complaint, int number, long until) {
        return secret.deriveKey("attachment-pass", complaint.value(), String.valueOf(number), String.valueOf(until));
    }
}
