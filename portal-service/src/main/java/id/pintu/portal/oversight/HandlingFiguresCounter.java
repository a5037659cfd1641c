package id.pintu.portal.oversight;

import id.pintu.events.ComplaintId;
import id.pintu.portal.oversight.ComplaintFactTable.FactRow;
import id.pintu.portal.oversight.HandlingFigures.LongestWaiting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accumulator of {@link HandlingFigures}. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // in memory only, never stored
final class HandlingFiguresCounter {

    private final int[] byProgress = new int[ComplaintProgress.values().length];
    private final DayHistogram answers = new DayHistogram();
    private int clocksEnded;
    private int clocksInTime;
    private int longestDays = -1;
    private int longestSince;
    private @Nullable ComplaintId longest;

    void add(FactRow row, ComplaintProgress progress, WorkingDayCounter calendar, int now) {
        byProgress[progress.ordinal()]++;
        addClock(row, FactFlag.VERIFICATION_ENDED, FactFlag.VERIFICATION_MISSED);
        addClock(row, FactFlag.FOLLOW_UP_ENDED, FactFlag.FOLLOW_UP_MISSED);
        switch (progress) {
            case DONE -> answers.add(calendar.between(row.since(), row.answeredAt()));
            case WAITING, IN_PROGRESS -> {
                // Received, and not even the desk has it yet.
                int since = row.since() == FactTime.NONE ? row.receivedAt() : row.since();
                addOpen(row, calendar.between(since, now), since);
            }
            case ENDED -> {}
        }
    }

    private void addClock(FactRow row, FactFlag ended, FactFlag missed) {
        boolean late = row.has(missed);
        if (late || row.has(ended)) {
            clocksEnded++;
            clocksInTime += late ? 0 : 1;
        }
    }

    private void addOpen(FactRow row, int days, int since) {
        if (days > longestDays || (days == longestDays && since < longestSince)) {
            longestDays = days;
            longestSince = since;
            longest = row.id();
        }
    }

    void addAll(HandlingFiguresCounter other) {
        for (int i = 0; i < byProgress.length; i++) {
            byProgress[i] += other.byProgress[i];
        }
        answers.addAll(other.answers);
        clocksEnded += other.clocksEnded;
        clocksInTime += other.clocksInTime;
        if (other.longestDays > longestDays
                || (other.longestDays == longestDays && other.longestSince < longestSince)) {
            longestDays = other.longestDays;
            longestSince = other.longestSince;
            longest = other.longest;
        }
    }

    HandlingFigures figures() {
        int received = 0;
        for (int each : byProgress) {
            received += each;
        }
        return new HandlingFigures(
                received,
                byProgress[ComplaintProgress.DONE.ordinal()],
                byProgress[ComplaintProgress.IN_PROGRESS.ordinal()],
                byProgress[ComplaintProgress.WAITING.ordinal()],
                byProgress[ComplaintProgress.ENDED.ordinal()],
                clocksEnded,
                clocksInTime,
                answers.spread(),
                Optional.ofNullable(longest).map(id -> new LongestWaiting(id, longestDays)));
    }
}
