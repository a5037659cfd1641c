package id.pintu.portal.pages.reporter;

import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.pages.DisplayedTime;
import java.util.List;
import java.util.Optional;

/**
 * View of the tracking of one complaint, in one language.
 *
 * @param number the tracking number
 * @param timeline the newest entries, oldest first
 * @param earlier where the entries before these end; empty when there are none
 * @param turn what is asked of the reporter now
 * @param actions what else the reporter can do now
 * @param isReporter whether the reader is the complaint's reporter
 */
record TrackingPageModel(
        String number,
        DisplayedStatus status,
        DisplayedReport report,
        List<DisplayedTimelineEntry> timeline,
        Optional<Integer> earlier,
        Optional<ReporterTurn> turn,
        List<ReporterAction> actions,
        boolean isReporter) {

    /** The same page for the complaint's reporter. */
    TrackingPageModel ofReporter() {
        return new TrackingPageModel(number, status, report, timeline, earlier, turn, actions, true);
    }

    /**
     * What is asked of the reporter.
     *
     * @param messageKey of its text
     * @param quote the question or answer that it is about; empty where only the reporter may read it
     * @param actions the first is what most would do
     */
    record ReporterTurn(String messageKey, Optional<String> quote, List<ReporterAction> actions) {}

    /**
     * @param responsible name of the institution, or of the national desk
     * @param deadline of the present step
     * @param overall of the whole complaint, when it is another one
     * @param progress steps of the progress bar
     */
    record DisplayedStatus(
            String label,
            String responsible,
            Optional<DisplayedDeadline> deadline,
            Optional<DisplayedDeadline> overall,
            List<ProgressBarStep> progress) {}

    /** @param state CSS class: {@code past}, {@code current} or {@code ahead} */
    record ProgressBarStep(String name, String state) {}

    /**
     * @param what has to happen until then
     * @param overdue whether that time is over
     */
    record DisplayedDeadline(String what, DisplayedTime until, boolean overdue) {}

    /**
     * @param kind wire name of the report's kind
     * @param region name of the kabupaten, kota or province
     * @param category of LAPOR!'s list
     * @param occurredOn day it happened, written out
     * @param attachments how many it has
     */
    record DisplayedReport(
            String kind,
            DisplayedTime submitted,
            boolean confidential,
            String title,
            String text,
            Optional<String> place,
            Optional<String> region,
            Optional<String> category,
            Optional<String> occurredOn,
            int attachments) {}

    record DisplayedTimelineEntry(
            DisplayedTime at, String label, Optional<String> explanation, Optional<String> quote) {}
}
