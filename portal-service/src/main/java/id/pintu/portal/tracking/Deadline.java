package id.pintu.portal.tracking;

import id.pintu.events.SlaEvent.Clock;
import id.pintu.house.telling.Words;
import java.time.Instant;

/**
 * The next limit that runs.
 *
 * @param clock what has to happen in time
 * @param dueAt the last instant that is in time
 */
public record Deadline(Clock clock, Instant dueAt) {

    public Words words() {
        return words(clock);
    }

    static Words words(Clock clock) {
        return switch (clock) {
            case DESK_VERIFICATION ->
                new Words("verifikasi oleh administrator nasional", "verification by the national desk");
            case INSTITUTION_VERIFICATION -> new Words("verifikasi oleh instansi", "verification by the institution");
            case FOLLOW_UP -> new Words("tindak lanjut instansi", "follow-up by the institution");
            case OVERALL -> new Words("penyelesaian laporan", "settling the report");
            case REPORTER_SILENCE -> new Words("tanggapan pelapor", "the reporter's answer");
        };
    }
}
