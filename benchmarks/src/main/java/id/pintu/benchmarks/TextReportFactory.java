package id.pintu.benchmarks;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import java.util.Optional;

/** Reports that tell nothing but a text. */
final class TextReportFactory {

    private TextReportFactory() {}

    static SubmittedReport withText(String text) {
        return new SubmittedReport(
                IntakeChannel.WEB,
                ComplaintKind.COMPLAINT,
                "",
                text,
                SubmittedReport.ReportedLocation.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SubmittedReport.ReportPrivacySettings.OPEN);
    }
}
