package id.pintu.portal.tracking;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;

/**
 * The next deadline of a complaint.
 *
 * @param clock the clock it belongs to
 * @param dueAt the last instant that is still in time
 */
public record NextDeadline(SlaClockType clock, Instant dueAt) {

    public BilingualText label() {
        return label(clock);
    }

    static BilingualText label(SlaClockType clock) {
        return switch (clock) {
            case DESK_VERIFICATION ->
                new BilingualText("verifikasi oleh administrator nasional", "verification by the national desk");
            case INSTITUTION_VERIFICATION ->
                new BilingualText("verifikasi oleh instansi", "verification by the institution");
            case FOLLOW_UP -> new BilingualText("tindak lanjut instansi", "follow-up by the institution");
            case OVERALL -> new BilingualText("penyelesaian laporan", "settling the report");
            case REPORTER_SILENCE -> new BilingualText("tanggapan pelapor", "the reporter's answer");
        };
    }
}
