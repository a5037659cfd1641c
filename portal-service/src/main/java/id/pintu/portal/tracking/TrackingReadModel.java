package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What anybody who has its number may see of one complaint. Where it stands and who is responsible follow from its
 * timeline, so they cannot disagree with it.
 *
 * @param report empty until its submission was heard
 * @param timeline by time; what happened at the same moment, as it was heard
 * @param clocks the last word about each clock
 */
public record TrackingReadModel(
        Optional<PubliclyVisibleReport> report, List<TimelineEntry> timeline, Map<SlaClockType, ClockReading> clocks) {

    /** Responsible for every complaint no institution is. */
    public static final InstitutionRef NATIONAL_DESK =
            new InstitutionRef("DESK", "Administrator Nasional", ZoneId.of("Asia/Jakarta"));

    static final TrackingReadModel UNKNOWN = new TrackingReadModel(Optional.empty(), List.of(), Map.of());

    /** Clocks of two machines differ a little; still nothing comes before the report. */
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing((TimelineEntry entry) ->
                    !entry.eventType().equals(EventJsonCodec.wireName(ComplaintSubmitted.class)))
            .thenComparing(TimelineEntry::at);

    /**
     * @param at when the clock was set, met or paused
     * @param dueAt empty while it does not run
     */
    public record ClockReading(Instant at, Optional<Instant> dueAt) {}

    public ComplaintStatus status() {
        return timeline.stream()
                .flatMap(entry -> entry.status().stream())
                .reduce(ComplaintStatus.RECEIVED, ComplaintStatus::followedBy);
    }

    /** An institution, or the {@linkplain #NATIONAL_DESK national desk}. */
    public InstitutionRef responsible() {
        return timeline.stream()
                .flatMap(entry -> entry.responsible().stream())
                .reduce(NATIONAL_DESK, (former, next) -> next);
    }

    /** The earliest limit that runs, late or not; none once the complaint has ended. */
    public Optional<NextDeadline> deadline() {
        return status().isFinal()
                ? Optional.empty()
                : clocks.entrySet().stream()
                        .flatMap(clock ->
                                clock.getValue().dueAt().stream().map(dueAt -> new NextDeadline(clock.getKey(), dueAt)))
                        .min(Comparator.comparing(NextDeadline::dueAt));
    }

    /** Its overall limit has passed unsolved, and its reporter has not yet agreed that the Ombudsman may have it. */
    public boolean awaitsOmbudsmanConsent() {
        Optional<Instant> overall =
                Optional.ofNullable(clocks.get(SlaClockType.OVERALL)).flatMap(ClockReading::dueAt);
        return !status().isFinal()
                && overall.filter(due -> hasEvent(DeadlineMissed.class, due)).isPresent()
                && !hasEvent(OmbudsmanConsentGiven.class, Instant.MIN);
    }

    private boolean hasEvent(Class<? extends ComplaintEvent> type, Instant since) {
        return timeline.stream()
                .anyMatch(entry -> entry.eventType().equals(EventJsonCodec.wireName(type))
                        && !entry.at().isBefore(since));
    }

    /** The stations of its way; one that ended early is not shown stations it never came to. */
    public List<ProgressStage> progressStages() {
        Set<ProgressStage> visited = timeline.stream()
                .flatMap(entry -> entry.status().stream())
                .map(ComplaintStatus::stage)
                .collect(Collectors.toSet());
        return Arrays.stream(ProgressStage.values())
                .filter(stage -> !status().isEarlyEnd() || visited.contains(stage))
                .toList();
    }

    /** The institution's name as the ledger last gave it, or its code. */
    String institutionNameOf(String code) {
        return timeline.stream()
                .flatMap(entry -> entry.responsible().stream())
                .filter(institution -> institution.code().equals(code))
                .map(InstitutionRef::name)
                .reduce(code, (former, next) -> next);
    }

    TrackingReadModel with(PubliclyVisibleReport publicReport) {
        return new TrackingReadModel(Optional.of(publicReport), timeline, clocks);
    }

    /** The one place where what people write could enter: it does not, unless the report is known to be public. */
    TrackingReadModel with(TimelineEntry entry) {
        boolean readable = report.isPresent() && !report.get().confidential();
        List<TimelineEntry> entries = new ArrayList<>(timeline);
        entries.add(readable ? entry : entry.withoutContent());
        entries.sort(ORDER);
        return new TrackingReadModel(report, List.copyOf(entries), clocks);
    }

    TrackingReadModel with(SlaClockType clock, ClockReading reading) {
        Map<SlaClockType, ClockReading> readings = new EnumMap<>(SlaClockType.class);
        readings.putAll(clocks);
        readings.merge(clock, reading, (former, next) -> next.at().isBefore(former.at()) ? former : next);
        return new TrackingReadModel(report, timeline, readings);
    }
}
