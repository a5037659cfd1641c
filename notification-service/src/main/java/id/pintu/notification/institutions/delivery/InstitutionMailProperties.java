package id.pintu.notification.institutions.delivery;

import id.pintu.notification.institutions.MailHours;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of mails to institutions, {@code pintu.notification.institutions.*}. Times of day are those of each institution.
 *
 * @param digestAt when the digest of a working day is due
 * @param nightFrom from when on nothing is sent
 * @param nightTo when sending begins again
 * @param toldFor how long an expiry that could not be sent is still sent at once; later it is in the digest only
 * @param checkEvery interval at which is looked for what is due
 */
public record InstitutionMailProperties(
        @DefaultValue("07:00") LocalTime digestAt,
        @DefaultValue("20:00") LocalTime nightFrom,
        @DefaultValue("06:00") LocalTime nightTo,
        @DefaultValue("3d") Duration toldFor,
        @DefaultValue("2s") Duration checkEvery) {

    MailHours hours() {
        return new MailHours(digestAt, nightFrom, nightTo);
    }

    /** How long it is known what was sent: well above the time for which it can be due. */
    Duration kept() {
        return toldFor.plusDays(4);
    }
}
