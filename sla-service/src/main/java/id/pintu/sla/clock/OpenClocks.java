package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.SlaEvent.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The clocks that run in one part of the ledger, and what is due when nobody says anything: reminders, escalations and
 * the closing of what a reporter stays silent on.
 *
 * <p>It folds the same events as the keeper, the step that stops a clock included, so that a step taken is never
 * escalated because the word that the deadline is met came later; and its own firings, so that after a restart nothing
 * fires twice. Complaints without a clock are forgotten. For one thread.
 */
public final class OpenClocks {

    private final Map<Clock, String> escalateTo;
    private final Map<ComplaintId, Watched> complaints = new HashMap<>();
    private final NavigableSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::complaint));

    /**
     * @param escalateTo who is told when a clock is missed
     */
    public OpenClocks(Map<Clock, String> escalateTo) {
        this.escalateTo = Map.copyOf(escalateTo);
    }

    /** Takes an event in; a repeat changes nothing. */
    public void evolve(ComplaintEvent event) {
        if (!ClockKeeper.hears(event.getClass())) {
            return;
        }
        ComplaintId id = event.complaintId();
        Watched watched = complaints.computeIfAbsent(id, unknown -> new Watched());
        if (!watched.heard.add(event.id())) {
            return;
        }
        alarm(id, watched.clocks).ifPresent(alarms::remove);
        watched.clocks = watched.clocks.after(event);
        alarm(id, watched.clocks).ifPresent(alarms::add);
        if (watched.clocks.open().isEmpty()
                && watched.clocks.stage().phase().clock().isEmpty()) {
            complaints.remove(id);
        }
    }

    /**
     * What is to be said now, the longest due first. It stays due until it is taken in like any other event.
     *
     * @param atMost how many events
     */
    public List<ComplaintEvent> due(Instant now, int atMost) {
        return alarms.stream()
                .takeWhile(alarm -> !alarm.at().isAfter(now))
                .flatMap(alarm -> firing(alarm, now))
                .sorted(Comparator.comparing(Deadline.Firing::since))
                .limit(atMost)
                .map(Deadline.Firing::event)
                .toList();
    }

    private Stream<Deadline.Firing> firing(Alarm alarm, Instant now) {
        return Optional.ofNullable(complaints.get(alarm.complaint()))
                .flatMap(watched -> watched.clocks.armed())
                .stream()
                .flatMap(deadline -> deadline.firing(now, escalateTo.getOrDefault(deadline.clock(), "")).stream());
    }

    private static Optional<Alarm> alarm(ComplaintId id, ComplaintClocks clocks) {
        return clocks.armed().flatMap(Deadline::nextAlarm).map(at -> new Alarm(at, id));
    }

    private record Alarm(Instant at, ComplaintId complaint) {}

    private static final class Watched {
        private final Set<UUID> heard = new HashSet<>();
        private ComplaintClocks clocks = ComplaintClocks.UNKNOWN;
    }
}
