package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.mongo.TimelineRepository.TimelinePage;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.pages.reporter.TrackingPageModel.DisplayedDeadline;
import id.pintu.portal.pages.reporter.TrackingPageModel.DisplayedReport;
import id.pintu.portal.pages.reporter.TrackingPageModel.DisplayedStatus;
import id.pintu.portal.pages.reporter.TrackingPageModel.DisplayedTimelineEntry;
import id.pintu.portal.pages.reporter.TrackingPageModel.ProgressBarStep;
import id.pintu.portal.pages.reporter.TrackingPageModel.ReporterTurn;
import id.pintu.portal.tracking.NextDeadline;
import id.pintu.portal.tracking.ProgressStage;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.support.regions.RegionCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Factory of the view of a complaint's tracking. Times are in the zone of the responsible party. */
@Component
class TrackingPageModelFactory {

    private final RegionCatalog regions;
    private final InstantSource clock;

    TrackingPageModelFactory(RegionCatalog regions, InstantSource clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Empty until the submission was consumed.
     *
     * @param visible what is shown of a text that a person wrote
     */
    Optional<TrackingPageModel> pageOf(
            ComplaintId id,
            TrackingReadModel tracking,
            TimelinePage timeline,
            Locale locale,
            UnaryOperator<String> visible) {
        ZoneId zone = tracking.responsible().zone();
        Optional<ReporterTurn> turn = turn(tracking, timeline.entries(), visible);
        List<ReporterAction> asked = turn.map(ReporterTurn::actions).orElse(List.of());
        return tracking.report()
                .map(report -> new TrackingPageModel(
                        id.value(),
                        displayedStatus(tracking, zone, locale),
                        displayedReport(report, zone, locale, visible),
                        timeline.entries().stream()
                                .map(entry -> displayedEntry(entry, zone, locale, visible))
                                .toList(),
                        timeline.earlier(),
                        turn,
                        ReporterAction.availableFor(tracking).stream()
                                .filter(action -> !asked.contains(action))
                                .toList(),
                        false));
    }

    private static Optional<ReporterTurn> turn(
            TrackingReadModel tracking, List<TimelineEntry> timeline, UnaryOperator<String> visible) {
        return switch (tracking.status()) {
            case AWAITING_REPORTER ->
                Optional.of(new ReporterTurn(
                        "tracking.turn.question",
                        lastQuote(timeline, EventJsonCodec.wireName(ClarificationAsked.class))
                                .map(visible),
                        List.of(ReporterAction.REPLY)));
            case RESOLVED ->
                Optional.of(new ReporterTurn(
                        "tracking.turn.answer",
                        lastQuote(timeline, EventJsonCodec.wireName(ComplaintResolved.class))
                                .map(visible),
                        List.of(ReporterAction.RATE, ReporterAction.CONTEST)));
            default ->
                tracking.awaitsOmbudsmanConsent()
                        ? Optional.of(new ReporterTurn(
                                "tracking.turn.ombudsman", Optional.empty(), List.of(ReporterAction.OMBUDSMAN_CONSENT)))
                        : Optional.empty();
        };
    }

    private static Optional<String> lastQuote(List<TimelineEntry> timeline, String eventType) {
        return timeline.reversed().stream()
                .filter(entry -> entry.eventType().equals(eventType))
                .findFirst()
                .flatMap(entry -> entry.description().quote());
    }

    private DisplayedStatus displayedStatus(TrackingReadModel tracking, ZoneId zone, Locale locale) {
        Optional<NextDeadline> next = tracking.deadline();
        return new DisplayedStatus(
                tracking.status().label(tracking.responsible()).in(locale),
                tracking.responsible().name(),
                next.map(deadline -> displayedDeadline(deadline, zone, locale)),
                tracking.overallDeadline()
                        .filter(overall -> next.filter(overall::equals).isEmpty())
                        .map(deadline -> displayedDeadline(deadline, zone, locale)),
                progress(tracking, locale));
    }

    private DisplayedDeadline displayedDeadline(NextDeadline deadline, ZoneId zone, Locale locale) {
        Instant now = clock.instant();
        return new DisplayedDeadline(
                deadline.label().in(locale),
                DisplayedTime.of(deadline.dueAt(), zone, locale),
                deadline.clock() != SlaClockType.REPORTER_SILENCE && now.isAfter(deadline.dueAt()));
    }

    private static List<ProgressBarStep> progress(TrackingReadModel tracking, Locale locale) {
        ProgressStage reached = tracking.status().stage();
        return tracking.progressStages().stream()
                .map(stage -> new ProgressBarStep(
                        stage.label().in(locale),
                        stage == reached ? "current" : stage.compareTo(reached) < 0 ? "past" : "ahead"))
                .toList();
    }

    private DisplayedReport displayedReport(
            PubliclyVisibleReport report, ZoneId zone, Locale locale, UnaryOperator<String> visible) {
        PubliclyVisibleReport.VisibleContent content = report.content();
        return new DisplayedReport(
                report.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                DisplayedTime.of(report.submittedAt(), zone, locale),
                report.confidential(),
                visible.apply(content.title()),
                visible.apply(content.text()),
                content.place().description().map(visible),
                content.place().regionCode().flatMap(regions::nameOf),
                content.category(),
                content.occurredOn()
                        .map(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)::format),
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
