package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.tracking.NextDeadline;
import id.pintu.portal.tracking.ProgressStage;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One complaint's tracking, ready to be read in one language.
 *
 * @param kind wire name of the report's kind
 * @param progress the stations of the progress picture
 * @param deadline what is awaited, and until when
 * @param actions what its reporter can do now
 */
record TrackingPageModel(
        String number,
        String status,
        String responsible,
        PubliclyVisibleReport report,
        String kind,
        DisplayedTime submitted,
        List<ProgressBarStep> progress,
        Optional<DisplayedDeadline> deadline,
        List<DisplayedTimelineEntry> timeline,
        List<ReporterAction> actions) {

    /** One station: {@code past}, {@code current} or {@code ahead}. */
    record ProgressBarStep(String name, String state) {}

    record DisplayedDeadline(String what, DisplayedTime until) {}

    record DisplayedTimelineEntry(
            DisplayedTime at, String label, Optional<String> explanation, Optional<String> quote) {}

    /** Empty while the report itself has not been heard of. Times are told in the responsible place's zone. */
    static Optional<TrackingPageModel> of(ComplaintId id, TrackingReadModel tracking, Locale locale) {
        ZoneId zone = tracking.responsible().zone();
        return tracking.report()
                .map(report -> new TrackingPageModel(
                        id.value(),
                        tracking.status().label(tracking.responsible()).in(locale),
                        tracking.responsible().name(),
                        report,
                        report.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        DisplayedTime.of(report.submittedAt(), zone, locale),
                        progress(tracking, locale),
                        tracking.deadline().map(deadline -> displayedDeadline(deadline, zone, locale)),
                        tracking.timeline().stream()
                                .map(entry -> displayedEntry(entry, zone, locale))
                                .toList(),
                        ReporterAction.availableFor(tracking)));
    }

    private static DisplayedDeadline displayedDeadline(NextDeadline deadline, ZoneId zone, Locale locale) {
        return new DisplayedDeadline(deadline.label().in(locale), DisplayedTime.of(deadline.dueAt(), zone, locale));
    }

    private static DisplayedTimelineEntry displayedEntry(TimelineEntry entry, ZoneId zone, Locale locale) {
        return new DisplayedTimelineEntry(
                DisplayedTime.of(entry.at(), zone, locale),
                entry.description().label().in(locale),
                entry.description().explanation().map(explanation -> explanation.in(locale)),
                entry.description().quote());
    }

    private static List<ProgressBarStep> progress(TrackingReadModel tracking, Locale locale) {
        ProgressStage reached = tracking.status().stage();
        return tracking.progressStages().stream()
                .map(stage -> new ProgressBarStep(
                        stage.label().in(locale),
                        stage == reached ? "current" : stage.compareTo(reached) < 0 ? "past" : "ahead"))
                .toList();
    }
}
