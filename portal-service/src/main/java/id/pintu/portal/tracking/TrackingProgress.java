package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.DeadlineMissed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a timeline says about its complaint, without its texts: of bounded size, however long the timeline gets. Clocks of two
 * machines may differ a little, so the last steps are kept and folded by time; older ones are folded for good.
 *
 * @param entries number of timeline entries
 * @param older status and responsible party after the steps that are no longer kept
 * @param recent the last steps, by time
 * @param visited stages of all steps
 * @param names of the institutions that were responsible, by code
 * @param lastMissed when a deadline was last missed
 * @param consented whether the reporter agreed to hand over to the Ombudsman
 */
public record TrackingProgress(
        int entries,
        FoldedSteps older,
        List<TrackingStep> recent,
        Set<ProgressStage> visited,
        Map<String, String> names,
        Optional<Instant> lastMissed,
        boolean consented) {

    static final TrackingProgress NONE =
            new TrackingProgress(0, FoldedSteps.NONE, List.of(), Set.of(), Map.of(), Optional.empty(), false);

    private static final int MAX_RECENT = 32;

    /** By time, with the report first. */
    private static final Comparator<TrackingStep> ORDER =
            Comparator.comparing((TrackingStep step) -> !step.report()).thenComparing(TrackingStep::at);

    /** A step that changes status or responsible party. */
    public record TrackingStep(boolean report, Instant at, TimelineEntry.StatusChange change) {}

    /**
     * What some steps led to.
     *
     * @param archivingContested whether the reporter contested that it was archived
     */
    public record FoldedSteps(ComplaintStatus status, InstitutionRef responsible, boolean archivingContested) {

        private static final FoldedSteps NONE =
                new FoldedSteps(ComplaintStatus.RECEIVED, NationalDesk.RESPONSIBLE_PARTY, false);

        private FoldedSteps followedBy(TrackingStep step) {
            Optional<ComplaintStatus> next = step.change().status();
            return new FoldedSteps(
                    next.map(status::followedBy).orElse(status),
                    step.change().responsible().orElse(responsible),
                    archivingContested
                            || (status == ComplaintStatus.ARCHIVED
                                    && next.filter(ComplaintStatus.CONTESTED::equals)
                                            .isPresent()));
        }
    }

    /** Status and responsible party after all steps. */
    FoldedSteps current() {
        FoldedSteps folded = older;
        for (TrackingStep step : recent) {
            folded = folded.followedBy(step);
        }
        return folded;
    }

    TrackingProgress with(TimelineEntry entry) {
        List<TrackingStep> steps = new ArrayList<>(recent);
        FoldedSteps base = older;
        if (entry.change().status().isPresent() || entry.change().responsible().isPresent()) {
            steps.add(new TrackingStep(isOf(entry, ComplaintSubmitted.class), entry.at(), entry.change()));
            steps.sort(ORDER);
            if (steps.size() > MAX_RECENT) {
                base = base.followedBy(steps.removeFirst());
            }
        }
        return new TrackingProgress(
                entries + 1,
                base,
                List.copyOf(steps),
                visitedWith(entry),
                namesWith(entry),
                isOf(entry, DeadlineMissed.class) ? Optional.of(latest(entry.at())) : lastMissed,
                consented || isOf(entry, OmbudsmanConsentGiven.class));
    }

    private Set<ProgressStage> visitedWith(TimelineEntry entry) {
        Set<ProgressStage> stages = EnumSet.noneOf(ProgressStage.class);
        stages.addAll(visited);
        entry.change().status().map(ComplaintStatus::stage).ifPresent(stages::add);
        return stages;
    }

    private Map<String, String> namesWith(TimelineEntry entry) {
        Map<String, String> all = new HashMap<>(names);
        entry.change().responsible().ifPresent(institution -> all.put(institution.code(), institution.name()));
        return all;
    }

    private Instant latest(Instant missed) {
        return lastMissed.filter(missed::isBefore).orElse(missed);
    }

    private static boolean isOf(TimelineEntry entry, Class<? extends ComplaintEvent> type) {
        return entry.eventType().equals(EventJsonCodec.wireName(type));
    }
}
