package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.mongo.TimelineRepository.TimelinePage;
import id.pintu.portal.tracking.NextDeadline;
import id.pintu.portal.tracking.ProgressStage;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * View of the tracking of one complaint, in one language.
 *
 * @param number the tracking number
 * @param timeline the newest entries, oldest first
 * @param earlier where the entries before these end; empty when there are none
 * @param actions what its reporter can do now
 */
record TrackingPageModel(
        String number,
        DisplayedStatus status,
        DisplayedReport report,
        List<DisplayedTimelineEntry> timeline,
        Optional<Integer> earlier,
        List<ReporterAction> actions) {

    /**
     * @param responsible name of the institution, or of the national desk
     * @param progress steps of the progress bar
     */
    record DisplayedStatus(
            String label, String responsible, Optional<DisplayedDeadline> deadline, List<ProgressBarStep> progress) {}

    /** @param state CSS class: {@code past}, {@code current} or {@code ahead} */
    record ProgressBarStep(String name, String state) {}

    /** @param what has to happen until then */
    record DisplayedDeadline(String what, DisplayedTime until) {}

    /**
     * @param kind wire name of the report's kind
     * @param attachments how many it has
     */
    record DisplayedReport(
            String kind,
            DisplayedTime submitted,
            boolean confidential,
            String title,
            String text,
            Optional<String> place,
            int attachments) {}

    record DisplayedTimelineEntry(
            DisplayedTime at, String label, Optional<String> explanation, Optional<String> quote) {}

    /**
     * Empty until the submission was consumed. Times are in the zone of the responsible party.
     *
     * @param visible what is shown of a text that a person wrote
     */
    static Optional<TrackingPageModel> of(
            ComplaintId id,
            TrackingReadModel tracking,
            TimelinePage timeline,
            Locale locale,
            UnaryOperator<String> visible) {
        ZoneId zone = tracking.responsible().zone();
        return tracking.report()
                .map(report -> new TrackingPageModel(
                        id.value(),
                        displayedStatus(tracking, zone, locale),
                        displayedReport(report, zone, locale, visible),
                        timeline.entries().stream()
                                .map(entry -> displayedEntry(entry, zone, locale, visible))
                                .toList(),
                        timeline.earlier(),
                        ReporterAction.availableFor(tracking)));
    }

    private static DisplayedStatus displayedStatus(TrackingReadModel tracking, ZoneId zone, Locale locale) {
        return new DisplayedStatus(
                tracking.status().label(tracking.responsible()).in(locale),
                tracking.responsible().name(),
                tracking.deadline().map(deadline -> displayedDeadline(deadline, zone, locale)),
                progress(tracking, locale));
    }

    private static DisplayedDeadline displayedDeadline(NextDeadline deadline, ZoneId zone, Locale locale) {
        return new DisplayedDeadline(deadline.label().in(locale), DisplayedTime.of(deadline.dueAt(), zone, locale));
    }

    private static List<ProgressBarStep> progress(TrackingReadModel tracking, Locale locale) {
        ProgressStage reached = tracking.status().stage();
        return tracking.progressStages().stream()
                .map(stage -> new ProgressBarStep(
                        stage.label().in(locale),
                        stage == reached ? "current" : stage.compareTo(reached) < 0 ? "past" : "ahead"))
                .toList();
    }

    private static DisplayedReport displayedReport(
            PubliclyVisibleReport report, ZoneId zone, Locale locale, UnaryOperator<String> visible) {
        return new DisplayedReport(
                report.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                DisplayedTime.of(report.submittedAt(), zone, locale),
                report.confidential(),
                visible.apply(report.content().title()),
                visible.apply(report.content().text()),
                report.content().place().description().map(visible),
                report.attachments().map(List::size).orElse(0));
    }

    private static DisplayedTimelineEntry displayedEntry(
            TimelineEntry entry, ZoneId zone, Locale locale, UnaryOperator<String> visible) {
        return new DisplayedTimelineEntry(
                DisplayedTime.of(entry.at(), zone, locale),
                entry.description().label().in(locale),
                entry.description()
                        .explanation()
                        .map(explanation -> explanation.in(locale))
                        .map(visible),
                entry.description().quote().map(visible));
    }
}
