package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
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
 * Read model of one complaint for everybody who has its tracking number. Status and responsible party are derived from
 * the timeline, so they cannot contradict it.
 *
 * @param report empty until the submission was consumed
 * @param timeline by time; entries of the same instant in the order in which they were consumed
 * @param clocks the latest reading of each clock
 */
public record TrackingReadModel(
        Optional<PubliclyVisibleReport> report, List<TimelineEntry> timeline, Map<SlaClockType, ClockReading> clocks) {

    static final TrackingReadModel UNKNOWN = new TrackingReadModel(Optional.empty(), List.of(), Map.of());

    /** By time, with the report first: clocks of two machines may differ a little. */
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing((TimelineEntry entry) ->
                    !entry.eventType().equals(EventJsonCodec.wireName(ComplaintSubmitted.class)))
            .thenComparing(TimelineEntry::at);

    /**
     * State of one SLA clock.
     *
     * @param at when the clock was set, met or paused
     * @param dueAt empty while the clock does not run
     */
    public record ClockReading(Instant at, Optional<Instant> dueAt) {}

    public ComplaintStatus status() {
        return timeline.stream()
                .flatMap(entry -> entry.change().status().stream())
                .reduce(ComplaintStatus.RECEIVED, ComplaintStatus::followedBy);
    }

    /** An institution, or the {@linkplain NationalDesk national desk}. */
    public InstitutionRef responsible() {
        return timeline.stream()
                .flatMap(entry -> entry.change().responsible().stream())
                .reduce(NationalDesk.RESPONSIBLE_PARTY, (former, next) -> next);
    }

    /** The earliest deadline of a running clock, missed or not; empty once the complaint has ended. */
    public Optional<NextDeadline> deadline() {
        return status().isFinal()
                ? Optional.empty()
                : clocks.entrySet().stream()
                        .flatMap(clock ->
                                clock.getValue().dueAt().stream().map(dueAt -> new NextDeadline(clock.getKey(), dueAt)))
                        .min(Comparator.comparing(NextDeadline::dueAt));
    }

    /** Whether the overall deadline was missed and the reporter may still agree to hand over to the Ombudsman. */
    public boolean awaitsOmbudsmanConsent() {
        Optional<Instant> overall =
                Optional.ofNullable(clocks.get(SlaClockType.OVERALL)).flatMap(ClockReading::dueAt);
        return !status().isFinal()
                && status() != ComplaintStatus.RESOLVED
                && overall.filter(due -> hasEvent(DeadlineMissed.class, due)).isPresent()
                && !hasEvent(OmbudsmanConsentGiven.class, Instant.MIN);
    }

    /** Whether the reporter can contest the answer, or the archiving, which is possible only once. */
    public boolean canBeContested() {
        ComplaintStatus status = ComplaintStatus.RECEIVED;
        boolean archivingContested = false;
        for (TimelineEntry entry : timeline) {
            Optional<ComplaintStatus> next = entry.change().status();
            archivingContested |= status == ComplaintStatus.ARCHIVED
                    && next.filter(ComplaintStatus.CONTESTED::equals).isPresent();
            status = next.map(status::followedBy).orElse(status);
        }
        return status == ComplaintStatus.RESOLVED || (status == ComplaintStatus.ARCHIVED && !archivingContested);
    }

    private boolean hasEvent(Class<? extends ComplaintEvent> type, Instant since) {
        return timeline.stream()
                .anyMatch(entry -> entry.eventType().equals(EventJsonCodec.wireName(type))
                        && !entry.at().isBefore(since));
    }

    /** The stages of the progress bar; for a complaint that ended early, without the stages it skipped. */
    public List<ProgressStage> progressStages() {
        Set<ProgressStage> visited = timeline.stream()
                .flatMap(entry -> entry.change().status().stream())
                .map(ComplaintStatus::stage)
                .collect(Collectors.toSet());
        return Arrays.stream(ProgressStage.values())
                .filter(stage -> !status().isEarlyEnd() || visited.contains(stage))
                .toList();
    }

    /** The institution's name in the latest event that contains it, or else its code. */
    String institutionNameOf(String code) {
        return timeline.stream()
                .flatMap(entry -> entry.change().responsible().stream())
                .filter(institution -> institution.code().equals(code))
                .map(InstitutionRef::name)
                .reduce(code, (former, next) -> next);
    }

    TrackingReadModel with(PubliclyVisibleReport publicReport) {
        return new TrackingReadModel(Optional.of(publicReport), timeline, clocks);
    }

    /** Adds an entry, without what people wrote unless the report is known to be public. Nothing else adds entries. */
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
