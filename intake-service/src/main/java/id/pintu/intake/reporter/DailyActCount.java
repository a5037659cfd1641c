package id.pintu.intake.reporter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Count of a reporter's acts on the latest day with one.
 *
 * @param zone of the complaint's region
 * @param day in that zone
 */
public record DailyActCount(ZoneId zone, LocalDate day, int replies, int others) {

    static DailyActCount none(ZoneId zone) {
        return new DailyActCount(zone, LocalDate.EPOCH, 0, 0);
    }

    DailyActCount plusReply(Instant at) {
        DailyActCount today = on(at);
        return new DailyActCount(zone, today.day, today.replies + 1, today.others);
    }

    DailyActCount plusOther(Instant at) {
        DailyActCount today = on(at);
        return new DailyActCount(zone, today.day, today.replies, today.others + 1);
    }

    /** The count of the day of this instant. */
    DailyActCount on(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        return date.equals(day) ? this : new DailyActCount(zone, date, 0, 0);
    }

    /** Beginning of the day after this instant. */
    Instant nextDay(Instant at) {
        return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
