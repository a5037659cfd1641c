package id.pintu.routing.registry;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.UnrecognisedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which institutions answer, folded from the whole ledger. One that let a clock run out, and has done nothing since,
 * anywhere, for so many days, is not active until it acts.
 *
 * <p>A fold of the greatest time of an act and the set of times of misses after it: heard twice, or partitions in another
 * order, it comes to the same.
 */
public final class InstitutionActivityProjection {

    private static final Set<Class<? extends ComplaintEvent>> RELEVANT_EVENTS = Set.of(
            ComplaintRouted.class,
            ComplaintReturned.class,
            DeadlineMissed.class,
            ComplaintHeldForDesk.class,
            ComplaintArchived.class,
            ComplaintClosed.class,
            IntakeEvent.ComplaintWithdrawn.class,
            IntakeEvent.ComplaintRated.class);

    private final Duration gracePeriod;
    private final Map<ComplaintId, String> responsible = new HashMap<>();
    private final Map<String, Instant> lastActions = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> missedDeadlines = new HashMap<>();

    /**
     * @param gracePeriod how long after the first clock it let run out an institution is waited for
     */
    public InstitutionActivityProjection(Duration gracePeriod) {
        this.gracePeriod = gracePeriod;
    }

    /** Whether an event of this type may change anything: whatever an institution does, and who was to do it when. */
    public static boolean isRelevant(Class<? extends ComplaintEvent> type) {
        return RELEVANT_EVENTS.contains(type) || HandlingEvent.class.isAssignableFrom(type);
    }

    public void evolve(ComplaintEvent event) {
        switch (event) {
            case ComplaintRouted routed ->
                responsible.put(routed.complaintId(), routed.institution().code());
            case ComplaintReturned returned -> recordAction(returned.institution(), returned.at());
            case HandlingEvent action -> recordAction(action.institution(), action.at());
            case DeadlineMissed missedDeadline -> recordMissedDeadline(missedDeadline);
            case ComplaintHeldForDesk held -> responsible.remove(held.complaintId());
            case ComplaintArchived archived -> responsible.remove(archived.complaintId());
            case ComplaintClosed closed -> responsible.remove(closed.complaintId());
            case IntakeEvent.ComplaintWithdrawn withdrawn -> responsible.remove(withdrawn.complaintId());
            case IntakeEvent.ComplaintRated rated -> responsible.remove(rated.complaintId());
            case RoutingEvent other -> {}
            case IntakeEvent other -> {}
            case SlaEvent other -> {}
            case NotificationEvent other -> {}
            case UnrecognisedEvent other -> {}
        }
    }

    /** Code to the moment from which it is not active, of those that are not active now. */
    public Map<String, Instant> inactiveSince(Instant now) {
        Map<String, Instant> inactive = new HashMap<>();
        missedDeadlines.forEach((code, times) -> {
            if (!times.isEmpty()) {
                Instant since = times.first().plus(gracePeriod);
                if (!since.isAfter(now)) {
                    inactive.put(code, since);
                }
            }
        });
        return inactive;
    }

    private void recordAction(String code, Instant at) {
        lastActions.merge(code, at, (one, other) -> one.isAfter(other) ? one : other);
        NavigableSet<Instant> times = missedDeadlines.get(code);
        if (times != null) {
            times.headSet(at, true).clear();
        }
    }

    private void recordMissedDeadline(DeadlineMissed missedDeadline) {
        boolean institutionClock = switch (missedDeadline.clock()) {
            case INSTITUTION_VERIFICATION, FOLLOW_UP -> true;
            case DESK_VERIFICATION, OVERALL, REPORTER_SILENCE -> false;
        };
        String code = responsible.get(missedDeadline.complaintId());
        if (institutionClock
                && code != null
                && missedDeadline.at().isAfter(lastActions.getOrDefault(code, Instant.MIN))) {
            missedDeadlines.computeIfAbsent(code, key -> new TreeSet<>()).add(missedDeadline.at());
        }
    }
}
