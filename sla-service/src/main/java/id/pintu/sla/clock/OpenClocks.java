package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.DeadlineMoved;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that run in one part of the ledger, and what is due when nobody says anything: reminders, escalations and
 * the closing of what a reporter stays silent on. And those that a change of the calendar still has to move.
 *
 * <p>It folds the same events as the keeper, the step that stops a clock included, so that a step taken is never
 * escalated because the word that the deadline is met came later; and its own firings, so that after a restart nothing
 * fires twice. Complaints that have ended are forgotten. For one thread.
 */
public final class OpenClocks {

    private final Deadlines deadlines;
    private final Packing packing = new Packing();
    private final Map<ComplaintId, Watched> complaints = new HashMap<>();
    private final NavigableSet<Watched.Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Watched.Alarm::at).thenComparing(Watched.Alarm::complaint));
    private final Deque<ComplaintId> outdated = new ArrayDeque<>();
    private final Map<Integer, Map<String, Effects.Effect>> effects = new HashMap<>();
    private final Set<ComplaintId> broken = new TreeSet<>(Comparator.comparing(ComplaintId::value));
    private int calendar;

    public OpenClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The version of the calendar that everything here is, or is being, counted by. */
    public int calendar() {
        return calendar;
    }

    /** How many complaints have not ended. */
    public int size() {
        return complaints.size();
    }

    /** Takes an event in; a repeat changes nothing. */
    public void evolve(ComplaintEvent event) {
        if (!ClockKeeper.hears(event.getClass())) {
            return;
        }
        ComplaintId id = event.complaintId();
        Watched watched = complaints.get(id);
        if (watched == null) {
            if (event instanceof SlaEvent) {
                return; // the last words on a complaint that has ended
            }
            watched = new Watched(id, packing.pack(beforeFirst(event)));
            complaints.put(id, watched);
        }
        if (!watched.hears(event.id())) {
            return;
        }
        if (event instanceof DeadlineMoved moved) {
            Effects.count(effects.computeIfAbsent(moved.basis().calendar(), version -> new TreeMap<>()), moved);
        }
        ComplaintClocks clocks = packing.unpack(watched.id, watched.packed).after(event);
        watched.packed = packing.pack(clocks);
        set(watched, alarm(watched.id, clocks));
        if (clocks.deadlines().values().stream().anyMatch(open -> open.isOlderThan(calendar))) {
            outdated.add(watched.id);
        }
        if (isOver(clocks)) {
            complaints.remove(id);
        }
    }

    /**
     * What is to be said now, the longest due first. It stays due until it is taken in like any other event.
     *
     * @param atMost how many events
     */
    public List<ComplaintEvent> due(Instant now, int atMost) {
        List<ComplaintEvent> due = new ArrayList<>();
        Watched.Alarm next = alarms.isEmpty() ? null : alarms.first();
        while (next != null && !next.at().isAfter(now) && due.size() < atMost) {
            Watched.Alarm here = next;
            Watched watched = complaints.get(here.complaint());
            Optional<Alarms.Firing> firing = firing(watched, now);
            if (firing.filter(found -> found.since().isAfter(here.at())).isPresent()) {
                // A reminder that was slept through: what counts now is the deadline behind it, in its own turn.
                set(watched, Optional.of(new Watched.Alarm(firing.get().since(), here.complaint())));
            } else {
                firing.ifPresent(found -> due.add(found.event()));
            }
            next = alarms.higher(here);
        }
        return due;
    }

    /**
     * Deadlines counted by a calendar that holds no more, and what the new one makes of them. They are to be taken in
     * like any other event; then {@link #looked}.
     *
     * @param atMost how many complaints are looked at
     */
    public List<DeadlineMoved> moved(Instant now, int atMost) {
        int newest = deadlines.almanac().get().version();
        if (newest > calendar) {
            calendar = newest;
            outdated.clear();
            outdated.addAll(complaints.keySet());
        }
        return outdated.stream()
                .limit(atMost)
                .flatMap(id -> Stream.ofNullable(complaints.get(id)))
                .flatMap(watched -> packing.unpack(watched.id, watched.packed).deadlines().values().stream())
                .filter(open -> open.isOlderThan(newest))
                .flatMap(open -> moved(open, now).stream())
                .toList();
    }

    /**
     * Complaints whose deadlines could not be reckoned, each told once. They hold up no other, and are looked at again
     * when something happens to them.
     */
    public List<ComplaintId> takeBroken() {
        List<ComplaintId> taken = List.copyOf(broken);
        broken.clear();
        return taken;
    }

    /** So many complaints were looked at, and what had to be said of them is said. */
    public void looked(int atMost) {
        for (int i = 0; i < atMost && !outdated.isEmpty(); i++) {
            outdated.remove();
        }
    }

    /** What this version of the calendar has moved here until now. */
    public Effects effects(int version) {
        return new Effects(effects.getOrDefault(version, Map.of()));
    }

    /** Complaints that a change of the calendar still has to look at. */
    public int toBeMoved() {
        return deadlines.almanac().get().version() > calendar ? complaints.size() : outdated.size();
    }

    private Optional<DeadlineMoved> moved(Deadline open, Instant now) {
        try {
            return deadlines.moved(open, now);
        } catch (RuntimeException e) {
            broken.add(open.set().complaintId());
            return Optional.empty();
        }
    }

    private Optional<Alarms.Firing> firing(@Nullable Watched watched, Instant now) {
        try {
            return Optional.ofNullable(watched)
                    .map(known -> packing.unpack(known.id, known.packed))
                    .flatMap(clocks -> clocks.armed()
                            .flatMap(deadline -> deadlines.alarms().firing(deadline, clocks.consent(), now).stream())
                            .min(Comparator.comparing(Alarms.Firing::since)));
        } catch (RuntimeException e) {
            Optional.ofNullable(watched).ifPresent(known -> broken.add(known.id));
            set(watched, Optional.empty());
            return Optional.empty();
        }
    }

    private Optional<Watched.Alarm> alarm(ComplaintId id, ComplaintClocks clocks) {
        return clocks.armed()
                .flatMap(deadline -> deadlines.alarms().nextAlarm(deadline, clocks.consent()).stream())
                .min(Comparator.naturalOrder())
                .map(at -> new Watched.Alarm(at, id));
    }

    private void set(@Nullable Watched watched, Optional<Watched.Alarm> alarm) {
        if (watched == null) {
            return;
        }
        if (watched.alarm != null) {
            alarms.remove(watched.alarm);
        }
        watched.alarm = alarm.orElse(null);
        alarm.ifPresent(alarms::add);
    }

    /**
     * Only what was closed is contested. A contest that is the first thing heard was said when its silence ended, came
     * into the ledger behind that word, and finds the complaint forgotten.
     */
    private static ComplaintClocks beforeFirst(ComplaintEvent event) {
        return event instanceof ComplaintContested ? ComplaintClocks.CLOSED : ComplaintClocks.UNKNOWN;
    }

    private static boolean isOver(ComplaintClocks clocks) {
        return clocks.open().isEmpty()
                && clocks.overall().isEmpty()
                && (clocks.stage().phase() == Stage.Phase.CLOSED
                        || clocks.stage().phase() == Stage.Phase.OVER);
    }
}
