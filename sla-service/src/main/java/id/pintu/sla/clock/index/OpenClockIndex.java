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
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.codec.OpenClockCodec;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * In-memory index of the open clocks in one partition of the ledger. It answers which events are due as time passes
 * (reminders, escalations, closures by silence) and which deadlines a change of the calendar moves.
 *
 * <p>It folds the same events as {@link SlaClockRules}: also the step that stops a clock, so that a step taken is not escalated
 * when its {@code deadline-met} event comes later; and its own firings, so that nothing fires twice after a restart. Ended
 * complaints are removed. Not thread-safe.
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
    private final Set<ComplaintId> withoutClock = new HashSet<>();
    private int calendarVersion;

    public OpenClockIndex(DeadlineEventFactory deadlines) {
        this.deadlines = deadlines;
        this.rules = new SlaClockRules(deadlines);
    }

    /** The version of the calendar by which all deadlines are counted, or are being counted anew. */
    public int calendarVersion() {
        return calendarVersion;
    }

    /** Number of complaints that have not ended. */
    public int size() {
        return complaints.size();
    }

    /** Folds an event; a repeated one changes nothing. */
    public void evolve(ComplaintEvent event) {
        if (!rules.consumes(event.getClass())) {
            return;
        }
        ComplaintId id = event.complaintId();
        OpenClockIndexEntry entry = complaints.get(id);
        if (entry == null) {
            if (event instanceof SlaEvent) {
                return; // a late event of a complaint that has ended
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
        if (MissingClockCalculator.maybeMissing(clocks)) {
            withoutClock.add(id);
        } else {
            withoutClock.remove(id);
        }
        if (isOver(clocks)) {
            complaints.remove(id);
        }
    }

    /**
     * Events due now, the longest due first. An event stays due until it is folded like any other.
     *
     * @param atMost maximum number of events
     */
    public List<ComplaintEvent> due(Instant now, int atMost) {
        List<ComplaintEvent> due = new ArrayList<>();
        OpenClockIndexEntry.ComplaintAlarm next = alarms.isEmpty() ? null : alarms.first();
        while (next != null && !next.at().isAfter(now) && due.size() < atMost) {
            OpenClockIndexEntry.ComplaintAlarm current = next;
            OpenClockIndexEntry entry = complaints.get(current.complaint());
            Optional<DueEventCalculator.DueEvent> dueEvent = dueEvent(entry, now);
            if (dueEvent.filter(found -> found.since().isAfter(current.at())).isPresent()) {
                // A reminder missed during a downtime: the due time behind it is the next alarm, in its order.
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
     * Moves of open deadlines that were counted by a former version of the calendar, one for each deadline. The caller calls
     * {@link #markChecked} once they are in the ledger, and then folds them like any other event, which has those checked
     * again that a still newer version may move.
     *
     * @param atMost maximum number of complaints to check
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
     * Complaints whose deadlines could not be computed, each returned once. They block no other complaint, and are computed
     * again on their next event.
     */
    public List<ComplaintId> takeFailed() {
        List<ComplaintId> taken = List.copyOf(failed);
        failed.clear();
        return taken;
    }

    /** Complaints that may lack a clock: most of them for a moment only, until the event that sets it is folded. */
    public Set<ComplaintId> withoutClock() {
        return Set.copyOf(withoutClock);
    }

    /** Forgets that a complaint may lack a clock, until its next event. */
    public void markComplete(ComplaintId id) {
        withoutClock.remove(id);
    }

    /** Whether this is the phase that the complaint is in here. */
    public boolean isInSamePhase(ComplaintId id, ComplaintClockState clocks) {
        OpenClockIndexEntry entry = complaints.get(id);
        return entry != null
                && codec.decode(entry.id, entry.encoded)
                        .handling()
                        .currentPhase()
                        .beganBy()
                        .equals(clocks.handling().currentPhase().beganBy());
    }

    /** Removes as many complaints from those to check, once their moves are in the ledger. */
    public void markChecked(int atMost) {
        for (int i = 0; i < atMost && !outdated.isEmpty(); i++) {
            outdated.remove();
        }
    }

    /** What this version of the calendar has moved in this partition so far. */
    public CalendarChangeImpact impact(int version) {
        return new CalendarChangeImpact(impacts.getOrDefault(version, Map.of()));
    }

    /** Whether the calendar has changed since {@link #moved} was called; also when there is no complaint to check. */
    public boolean isOutdated() {
        return deadlines.calendars().get().version() > calendarVersion;
    }

    /** Number of complaints still to be checked after a change of the calendar. */
    public int pendingRecalculations() {
        return deadlines.calendars().get().version() > calendarVersion ? complaints.size() : outdated.size();
    }

    private Optional<DeadlineMoved> moved(DeadlineState open, Instant now) {
        try {
            return deadlines.nextMove(open, now);
        } catch (RuntimeException e) {
            failed.add(open.set().complaintId());
            return Optional.empty();
        }
    }

    private Optional<DueEventCalculator.DueEvent> dueEvent(@Nullable OpenClockIndexEntry entry, Instant now) {
        try {
            return Optional.ofNullable(entry)
                    .flatMap(known -> dueEvents(known.id, codec.decode(known.id, known.encoded), now)
                            .min(Comparator.comparing(DueEventCalculator.DueEvent::since)));
        } catch (RuntimeException e) {
            Optional.ofNullable(entry).ifPresent(known -> failed.add(known.id));
            reschedule(entry, Optional.empty());
            return Optional.empty();
        }
    }

    private Stream<DueEventCalculator.DueEvent> dueEvents(ComplaintId id, ComplaintClockState clocks, Instant now) {
        Stream<DueEventCalculator.DueEvent> fired = clocks.armed()
                .flatMap(deadline ->
                        deadlines
                                .dueEventCalculator()
                                .dueEvent(deadline, clocks.deadlines().consent(), now)
                                .stream());
        return Stream.concat(
                fired,
                deadlines
                        .endOfPause(clocks, id, now)
                        .map(set -> new DueEventCalculator.DueEvent(
                                set.basis().pauses().getLast().to(), set))
                        .stream());
    }

    private Optional<OpenClockIndexEntry.ComplaintAlarm> nextAlarm(ComplaintId id, ComplaintClockState clocks) {
        Stream<Instant> alarms = clocks.armed()
                .flatMap(deadline ->
                        deadlines
                                .dueEventCalculator()
                                .nextAlarmAt(deadline, clocks.deadlines().consent())
                                .stream());
        return Stream.concat(alarms, deadlines.pauseEndsAt(clocks).stream())
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
     * Only a closed complaint is contested. If a contest is the first event, it was emitted at the instant of closure by
     * silence and follows that event in the ledger, which removed the complaint.
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
