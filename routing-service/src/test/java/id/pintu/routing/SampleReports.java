package id.pintu.routing;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import id.pintu.events.SubmittedReport.ReportedLocation;
import java.time.LocalDate;
import java.util.Optional;

/** Fixture of reports. */
public final class SampleReports {

    public static final ComplaintId ID = ComplaintId.of(new byte[8]);

    private SampleReports() {}

    public static SubmittedReport withText(String text) {
        return SubmittedReport.ofText(text);
    }

    public static SubmittedReport report(
            IntakeChannel door, String text, ReportedLocation place, Optional<String> wishedInstitution) {
        return new SubmittedReport(
                door,
                ComplaintKind.COMPLAINT,
                "",
                text,
                place,
                wishedInstitution,
                Optional.empty(),
                Optional.empty(),
                SubmittedReport.ReportPrivacySettings.OPEN);
    }

    public static ReportedLocation placeIn(String regionCode) {
        return new ReportedLocation(Optional.of(regionCode), Optional.empty());
    }

    /** A report with all optional fields. */
    public static SubmittedReport pothole() {
        return new SubmittedReport(
                IntakeChannel.WEB,
                ComplaintKind.COMPLAINT,
                "Lubang",
                "Jalan rusak di depan pasar",
                new ReportedLocation(Optional.of("33.74"), Optional.of("Simpang Lima")),
                Optional.empty(),
                Optional.of("INFRASTRUKTUR/JALAN"),
                Optional.of(LocalDate.parse("2026-03-01")),
                new SubmittedReport.ReportPrivacySettings(true, false, ContactChannel.EMAIL));
    }
}
