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
import id.pintu.events.Unrecognised;
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
public final class Attendance {

    private static final Set<Class<? extends ComplaintEvent>> HEARD = Set.of(
            ComplaintRouted.class,
            ComplaintReturned.class,
            DeadlineMissed.class,
            ComplaintHeldForDesk.class,
            ComplaintArchived.class,
            ComplaintClosed.class,
            IntakeEvent.ComplaintWithdrawn.class,
            IntakeEvent.ComplaintRated.class);

    private final Duration patience;
    private final Map<ComplaintId, String> responsible = new HashMap<>();
    private final Map<String, Instant> acted = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> missed = new HashMap<>();

    /**
     * @param patience how long after the first clock it let run out an institution is waited for
     */
    public Attendance(Duration patience) {
        this.patience = patience;
    }

    /** Whether an event of this type may change anything: whatever an institution does, and who was to do it when. */
    public static boolean hears(Class<? extends ComplaintEvent> type) {
        return HEARD.contains(type) || HandlingEvent.class.isAssignableFrom(type);
    }

    public void evolve(ComplaintEvent event) {
        switch (event) {
            case ComplaintRouted routed ->
                responsible.put(routed.complaintId(), routed.institution().code());
            case ComplaintReturned returned -> acts(returned.institution(), returned.at());
            case HandlingEvent act -> acts(act.institution(), act.at());
            case DeadlineMissed miss -> misses(miss);
            case ComplaintHeldForDesk held -> responsible.remove(held.complaintId());
            case ComplaintArchived archived -> responsible.remove(archived.complaintId());
            case ComplaintClosed closed -> responsible.remove(closed.complaintId());
            case IntakeEvent.ComplaintWithdrawn withdrawn -> responsible.remove(withdrawn.complaintId());
            case IntakeEvent.ComplaintRated rated -> responsible.remove(rated.complaintId());
            case RoutingEvent other -> {}
            case IntakeEvent other -> {}
            case SlaEvent other -> {}
            case NotificationEvent other -> {}
            case Unrecognised other -> {}
        }
    }

    /** Code to the moment from which it is not active, of those that are not active now. */
    public Map<String, Instant> absent(Instant now) {
        Map<String, Instant> absent = new HashMap<>();
        missed.forEach((code, times) -> {
            if (!times.isEmpty()) {
                Instant since = times.first().plus(patience);
                if (!since.isAfter(now)) {
                    absent.put(code, since);
                }
            }
        });
        return absent;
    }

    private void acts(String code, Instant at) {
        acted.merge(code, at, (one, other) -> one.isAfter(other) ? one : other);
        NavigableSet<Instant> times = missed.get(code);
        if (times != null) {
            times.headSet(at, true).clear();
        }
    }

    private void misses(DeadlineMissed miss) {
        boolean theirs = switch (miss.clock()) {
            case INSTITUTION_VERIFICATION, FOLLOW_UP -> true;
            case DESK_VERIFICATION, OVERALL, REPORTER_SILENCE -> false;
        };
        String code = responsible.get(miss.complaintId());
        if (theirs && code != null && miss.at().isAfter(acted.getOrDefault(code, Instant.MIN))) {
            missed.computeIfAbsent(code, key -> new TreeSet<>()).add(miss.at());
        }
    }
}
