package id.pintu.support.audit.record;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sequence numbers that were passed over, as ranges: a million missing records are one. */
final class SequenceGaps {

    private final NavigableMap<Long, Long> ranges = new TreeMap<>();
    private final Map<Long, GapStart> starts = new HashMap<>();

    private record GapStart(long position, Optional<String> time) {}

    void add(long from, long to, long position, Optional<String> time) {
        ranges.put(from, to);
        starts.put(from, new GapStart(position, time));
    }

    /** Removes one number; false when it is in no gap. */
    boolean remove(long number) {
        Map.Entry<Long, Long> range = ranges.floorEntry(number);
        if (range == null || range.getValue() < number) {
            return false;
        }
        long from = range.getKey();
        GapStart start = starts.remove(from);
        ranges.remove(from);
        if (start != null && from < number) {
            add(from, number - 1, start.position, start.time);
        }
        if (start != null && number < range.getValue()) {
            add(number + 1, range.getValue(), start.position, start.time);
        }
        return true;
    }

    /** First and last number of each. */
    SortedMap<Long, Long> ranges() {
        return ranges;
    }

    /** Position of the record before which the gap was noticed. */
    long positionOf(long from) {
        GapStart start = starts.get(from);
        return start == null ? 0 : start.position;
    }

    Optional<String> timeBefore(long from) {
        GapStart start = starts.get(from);
        return start == null ? Optional.empty() : start.time;
    }
}
