package id.pintu.routing;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Report.Place;
import java.time.LocalDate;
import java.util.Optional;

/** Reports as people make them. */
public final class Reports {

    public static final ComplaintId ID = ComplaintId.of(new byte[8]);

    private Reports() {}

    public static Report saying(String text) {
        return report(Door.WEB, text, Place.UNKNOWN, Optional.empty());
    }

    /** With whatever is given. */
    public static Report report(Door door, String text, Place place, Optional<String> wished) {
        return new Report(
                door,
                ComplaintKind.COMPLAINT,
                "",
                text,
                place,
                wished,
                Optional.empty(),
                Optional.empty(),
                Report.Privacy.OPEN);
    }

    public static Place in(String regionCode) {
        return new Place(Optional.of(regionCode), Optional.empty());
    }

    /** A report in which everything is said that can be. */
    public static Report pothole() {
        return new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                "Lubang",
                "Jalan rusak di depan pasar",
                new Place(Optional.of("33.74"), Optional.of("Simpang Lima")),
                Optional.empty(),
                Optional.of("INFRASTRUKTUR/JALAN"),
                Optional.of(LocalDate.parse("2026-03-01")),
                new Report.Privacy(true, false, ContactChannel.EMAIL));
    }
}
