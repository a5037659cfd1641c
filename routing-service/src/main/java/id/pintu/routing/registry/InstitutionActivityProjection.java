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
 * Projection of the ledger to inactive institutions. An institution that missed a deadline and has taken no action on
 * any complaint for a grace period since is inactive until it acts.
 *
 * <p>It keeps, for each institution, the time of its last action and of the deadlines it missed after it. The result
 * does not depend on repeated events or on the order of partitions. Not thread-safe.
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
     * @param gracePeriod time from the first missed deadline until an institution is inactive
     */
    public InstitutionActivityProjection(Duration gracePeriod) {
        this.gracePeriod = gracePeriod;
    }

    /** Whether events of this type can change the result: actions of institutions, assignments and missed deadlines. */
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

    /** Institutions that are inactive now: code to the instant from which they are. */
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
