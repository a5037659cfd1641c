package id.pintu.support.contacts;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Codes in the links of notices, with which a reporter need not type the reporter key: derived, and stored nowhere. A code is
 * short enough for an SMS: three characters are the day it was made, thirteen the signature (78 bits). It is accepted for 180 days.
 */
public final class ReporterLinkCodes {

    private static final int DAY_LENGTH = 3;
    private static final int SIGNATURE_LENGTH = 13;
    private static final Duration VALIDITY = Duration.ofDays(180);
    private static final Pattern CODE =
            Pattern.compile("[0-9a-z]{" + DAY_LENGTH + "}[A-Za-z0-9_-]{" + SIGNATURE_LENGTH + "}");

    private final List<InstallationSecret> secrets;

    public ReporterLinkCodes(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.REPORTER_KEYS);
    }

    /** The code of a link in a notice about an event of that time; the same for each attempt to send it. */
    public String codeFor(ComplaintId id, Instant at) {
        String day = Integer.toString((int) dayOf(at), Character.MAX_RADIX);
        return day + signature(secrets.getFirst(), id, day);
    }

    /** Whether a code was given out for this complaint, not more than 180 days ago. */
    public boolean isCodeOf(String code, ComplaintId id, Instant now) {
        if (!CODE.matcher(code).matches()) {
            return false;
        }
        String day = code.substring(0, DAY_LENGTH);
        return dayOf(now) - Integer.parseInt(day, Character.MAX_RADIX) <= VALIDITY.toDays()
                && secrets.stream()
                        .anyMatch(secret -> InstallationSecret.constantTimeEquals(
                                code.substring(DAY_LENGTH), signature(secret, id, day)));
    }

    /** Days since 1970 have three digits to the base 36 until the year 2097. */
    private static long dayOf(Instant instant) {
        return instant.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }

    private static String signature(InstallationSecret secret, ComplaintId id, String day) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.derive("reporter-link", id.value(), day))
                .substring(0, SIGNATURE_LENGTH);
    }
}
