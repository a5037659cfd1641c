package id.pintu.sla.clock.index;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.CurrentClockPhase;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.DeadlineState;
import id.pintu.sla.clock.DueEventCalculator;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.codec.OpenClockCodec;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
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
public final class OpenClockIndex {

    private final DeadlineEventFactory deadlines;
    private final SlaClockRules rules;
    private final OpenClockCodec codec = new OpenClockCodec();
    private final Map<ComplaintId, OpenClockIndexEntry> complaints = new HashMap<>();
    private final NavigableSet<OpenClockIndexEntry.ComplaintAlarm> alarms =
            new TreeSet<>(Comparator.comparing(OpenClockIndexEntry.ComplaintAlarm::at)
                    .thenComparing(OpenClockIndexEntry.ComplaintAlarm::complaint));
    private final Deque<ComplaintId> outdated = new ArrayDeque<>();
    private final Map<Integer, Map<String, CalendarChangeImpact.InstitutionImpact>> impacts = new HashMap<>();
    private final Set<ComplaintId> failed = new TreeSet<>(Comparator.comparing(ComplaintId::value));
    private int calendarVersion;

    public OpenClockIndex(DeadlineEventFactory deadlines) {
        this.deadlines = deadlines;
        this.rules = new SlaClockRules(deadlines);
    }

    /** The version of the calendar that everything here is, or is being, counted by. */
    public int calendarVersion() {
        return calendarVersion;
    }

    /** How many complaints have not ended. */
    public int size() {
        return complaints.size();
    }

    /** Takes an event in; a repeat changes nothing. */
    public void evolve(ComplaintEvent event) {
        if (!rules.consumes(event.getClass())) {
            return;
        }
        ComplaintId id = event.complaintId();
        OpenClockIndexEntry entry = complaints.get(id);
        if (entry == null) {
            if (event instanceof SlaEvent) {
                return; // the last words on a complaint that has ended
            }
            entry = new OpenClockIndexEntry(id, codec.encode(beforeFirst(event)));
            complaints.put(id, entry);
        }
        if (!entry.markSeen(event.id())) {
            return;
        }
        if (event instanceof DeadlineMoved moved) {
            CalendarChangeImpact.count(
                    impacts.computeIfAbsent(moved.basis().calendar(), version -> new TreeMap<>()), moved);
        }
        ComplaintClockState clocks = rules.evolve(codec.decode(entry.id, entry.encoded), event);
        entry.encoded = codec.encode(clocks);
        reschedule(entry, nextAlarm(entry.id, clocks));
        if (clocks.deadlines().byClock().values().stream().anyMatch(open -> open.needsRecalculation(calendarVersion))) {
            outdated.add(entry.id);
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
        OpenClockIndexEntry.ComplaintAlarm next = alarms.isEmpty() ? null : alarms.first();
        while (next != null && !next.at().isAfter(now) && due.size() < atMost) {
            OpenClockIndexEntry.ComplaintAlarm current = next;
            OpenClockIndexEntry entry = complaints.get(current.complaint());
            Optional<DueEventCalculator.DueEvent> dueEvent = dueEvent(entry, now);
            if (dueEvent.filter(found -> found.since().isAfter(current.at())).isPresent()) {
                // A reminder that was slept through: what counts now is the deadline behind it, in its own turn.
                reschedule(
                        entry,
                        Optional.of(new OpenClockIndexEntry.ComplaintAlarm(
                                dueEvent.get().since(), current.complaint())));
            } else {
                dueEvent.ifPresent(found -> due.add(found.event()));
            }
            next = alarms.higher(current);
        }
        return due;
    }

    /**
     * Deadlines counted by a calendar that holds no more, and what the new one makes of them. They are to be taken in
     * like any other event; then {@link #markChecked}.
     *
     * @param atMost how many complaints are looked at
     */
    public List<DeadlineMoved> moved(Instant now, int atMost) {
        int newestVersion = deadlines.calendars().get().version();
        if (newestVersion > calendarVersion) {
            calendarVersion = newestVersion;
            outdated.clear();
            outdated.addAll(complaints.keySet());
        }
        return outdated.stream()
                .limit(atMost)
                .flatMap(id -> Stream.ofNullable(complaints.get(id)))
                .flatMap(entry -> codec.decode(entry.id, entry.encoded).deadlines().byClock().values().stream())
                .filter(open -> open.needsRecalculation(newestVersion))
                .flatMap(open -> moved(open, now).stream())
                .toList();
    }

    /**
     * Complaints whose deadlines could not be reckoned, each told once. They hold up no other, and are looked at again
     * when something happens to them.
     */
    public List<ComplaintId> takeFailed() {
        List<ComplaintId> taken = List.copyOf(failed);
        failed.clear();
        return taken;
    }

    /** So many complaints were looked at, and what had to be said of them is said. */
    public void markChecked(int atMost) {
        for (int i = 0; i < atMost && !outdated.isEmpty(); i++) {
            outdated.remove();
        }
    }

    /** What this version of the calendar has moved here until now. */
    public CalendarChangeImpact impact(int version) {
        return new CalendarChangeImpact(impacts.getOrDefault(version, Map.of()));
    }

    /** Complaints that a change of the calendar still has to look at. */
    public int pendingRecalculations() {
        return deadlines.calendars().get().version() > calendarVersion ? complaints.size() : outdated.size();
    }

    private Optional<DeadlineMoved> moved(DeadlineState open, Instant now) {
        try {
            return deadlines.moved(open, now);
        } catch (RuntimeException e) {
            failed.add(open.set().complaintId());
            return Optional.empty();
        }
    }

    private Optional<DueEventCalculator.DueEvent> dueEvent(@Nullable OpenClockIndexEntry entry, Instant now) {
        try {
            return Optional.ofNullable(entry)
                    .map(known -> codec.decode(known.id, known.encoded))
                    .flatMap(clocks -> clocks.armed()
                            .flatMap(deadline ->
                                    deadlines.dueEventCalculator().dueEvent(deadline, clocks.deadlines().consent(), now).stream())
                            .min(Comparator.comparing(DueEventCalculator.DueEvent::since)));
        } catch (RuntimeException e) {
            Optional.ofNullable(entry).ifPresent(known -> failed.add(known.id));
            reschedule(entry, Optional.empty());
            return Optional.empty();
        }
    }

    private Optional<OpenClockIndexEntry.ComplaintAlarm> nextAlarm(ComplaintId id, ComplaintClockState clocks) {
        return clocks.armed()
                .flatMap(deadline -> deadlines.dueEventCalculator().nextAlarmAt(deadline, clocks.deadlines().consent()).stream())
                .min(Comparator.naturalOrder())
                .map(at -> new OpenClockIndexEntry.ComplaintAlarm(at, id));
    }

    private void reschedule(@Nullable OpenClockIndexEntry entry, Optional<OpenClockIndexEntry.ComplaintAlarm> alarm) {
        if (entry == null) {
            return;
        }
        if (entry.alarm != null) {
            alarms.remove(entry.alarm);
        }
        entry.alarm = alarm.orElse(null);
        alarm.ifPresent(alarms::add);
    }

    /**
     * Only what was closed is contested. A contest that is the first thing heard was said when its silence ended, came
     * into the ledger behind that word, and finds the complaint forgotten.
     */
    private static ComplaintClockState beforeFirst(ComplaintEvent event) {
        return event instanceof ComplaintContested ? ComplaintClockState.CLOSED : ComplaintClockState.UNKNOWN;
    }

    private static boolean isOver(ComplaintClockState clocks) {
        CurrentClockPhase.ClockPhase phase = clocks.handling().currentPhase().phase();
        return clocks.deadlines().open().isEmpty()
                && clocks.deadlines().overall().isEmpty()
                && (phase == CurrentClockPhase.ClockPhase.CLOSED || phase == CurrentClockPhase.ClockPhase.OVER);
    }
}
