package id.pintu.benchmarks;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.Report;
import java.util.Optional;

/** Reports that tell nothing but a text. */
final class Reports {

    private Reports() {}

    static Report saying(String text) {
        return new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                "",
                text,
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Report.Privacy.OPEN);
    }
}
