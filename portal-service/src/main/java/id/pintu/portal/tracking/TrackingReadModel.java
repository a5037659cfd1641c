package id.pintu.portal.tracking;

import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read model of one complaint for everybody who has its tracking number. The entries of its timeline are documents of their
 * own, so this one stays small.
 *
 * @param report empty until the submission was consumed
 * @param progress what the timeline says about status and responsible party
 * @param clocks the latest reading of each clock
 */
public record TrackingReadModel(
        Optional<PubliclyVisibleReport> report, TrackingProgress progress, Map<SlaClockType, ClockReading> clocks) {

    static final TrackingReadModel UNKNOWN = new TrackingReadModel(Optional.empty(), TrackingProgress.NONE, Map.of());

    /**
     * State of one SLA clock.
     *
     * @param at when the clock was set, met or paused
     * @param dueAt empty while the clock does not run
     */
    public record ClockReading(Instant at, Optional<Instant> dueAt) {}

    public ComplaintStatus status() {
        return progress.current().status();
    }

    /** An institution, or the {@linkplain NationalDesk national desk}. */
    public InstitutionRef responsible() {
        return progress.current().responsible();
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

    /** The deadline of the whole complaint; empty once the complaint has ended. */
    public Optional<NextDeadline> overallDeadline() {
        return status().isFinal()
                ? Optional.empty()
                : Optional.ofNullable(clocks.get(SlaClockType.OVERALL))
                        .flatMap(ClockReading::dueAt)
                        .map(dueAt -> new NextDeadline(SlaClockType.OVERALL, dueAt));
    }

    /** Whether the overall deadline was missed and the reporter may still agree to hand over to the Ombudsman. */
    public boolean awaitsOmbudsmanConsent() {
        Optional<Instant> overall =
                Optional.ofNullable(clocks.get(SlaClockType.OVERALL)).flatMap(ClockReading::dueAt);
        return !status().isFinal()
                && status() != ComplaintStatus.RESOLVED
                && !progress.consented()
                && overall.flatMap(due -> progress.lastMissed().filter(missed -> !missed.isBefore(due)))
                        .isPresent();
    }

    /** Whether the reporter can contest the answer, or the archiving, which is possible only once. */
    public boolean canBeContested() {
        return status() == ComplaintStatus.RESOLVED
                || (status() == ComplaintStatus.ARCHIVED && !progress.current().archivingContested());
    }

    /** The stages of the progress bar; for a complaint that ended early, without the stages it skipped. */
    public List<ProgressStage> progressStages() {
        return Arrays.stream(ProgressStage.values())
                .filter(stage -> !status().isEarlyEnd() || progress.visited().contains(stage))
                .toList();
    }

    /** The institution's name in the latest event that contains it, or else its code. */
    String institutionNameOf(String code) {
        return progress.names().getOrDefault(code, code);
    }

    /** Whether what people wrote may be shown: the report is known, and not confidential. */
    boolean isReadable() {
        return report.isPresent() && !report.get().confidential();
    }

    TrackingReadModel with(PubliclyVisibleReport publicReport) {
        return new TrackingReadModel(Optional.of(publicReport), progress, clocks);
    }

    TrackingReadModel with(TimelineEntry entry) {
        return new TrackingReadModel(report, progress.with(entry), clocks);
    }

    TrackingReadModel with(SlaClockType clock, ClockReading reading) {
        Map<SlaClockType, ClockReading> readings = new EnumMap<>(SlaClockType.class);
        readings.putAll(clocks);
        readings.merge(clock, reading, (former, next) -> next.at().isBefore(former.at()) ? former : next);
        return new TrackingReadModel(report, progress, readings);
    }
}
