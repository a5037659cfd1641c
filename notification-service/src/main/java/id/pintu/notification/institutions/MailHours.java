package id.pintu.notification.institutions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Times of day at which institutions get mails, each in its own time zone.
 *
 * @param digestAt when the digest of the day is due
 * @param nightFrom from when on nothing is sent
 * @param nightTo when sending begins again
 */
public record MailHours(LocalTime digestAt, LocalTime nightFrom, LocalTime nightTo) {

    private static final Duration GATHERED = Duration.ofMinutes(1);

    /**
     * @throws IllegalArgumentException when the digest would be due in the night
     */
    public MailHours {
        if (isNight(digestAt, nightFrom, nightTo)) {
            throw new IllegalArgumentException(
                    "the digest is due at " + digestAt + ", in the night from " + nightFrom + " to " + nightTo);
        }
    }

    /** When the digest of a day is due. */
    public Instant digestAt(LocalDate day, ZoneId zone) {
        return day.atTime(digestAt).atZone(zone).toInstant();
    }

    public boolean isNight(Instant moment, ZoneId zone) {
        return isNight(moment.atZone(zone).toLocalTime(), nightFrom, nightTo);
    }

    /**
     * When something that happened is told: with all else of its minute when that is over, and at night in the morning.
     */
    public Instant tellAt(Instant happened, ZoneId zone) {
        Instant minuteEnd = happened.truncatedTo(ChronoUnit.MINUTES).plus(GATHERED);
        if (!isNight(minuteEnd, zone)) {
            return minuteEnd;
        }
        ZonedDateTime local = minuteEnd.atZone(zone);
        ZonedDateTime morning = local.toLocalDate().atTime(nightTo).atZone(zone);
        return (morning.isAfter(local) ? morning : morning.plusDays(1)).toInstant();
    }

    private static boolean isNight(LocalTime time, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
