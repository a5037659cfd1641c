package id.pintu.support.audit.record;

import id.pintu.support.audit.record.AuditChainVerifier.Suspect;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places of suspects between two genuine records: in the place of a record, or in none.
 *
 * @param edited by the sequence number of the record in whose place they are
 * @param inserted in no record's place
 * @param free first and last sequence numbers of the ranges in whose place nothing is
 */
record SuspectPlaces(SortedMap<Long, Suspect> edited, List<Suspect> inserted, SortedMap<Long, Long> free) {

    /**
     * Between genuine records with these sequence numbers. Each suspect gets the place that it claims; if that is none of
     * these, the first one that is free.
     */
    static SuspectPlaces between(List<Suspect> suspects, long before, long after) {
        SortedMap<Long, Suspect> edited = new TreeMap<>();
        List<Suspect> others = new ArrayList<>();
        for (Suspect each : suspects) {
            each.claims().stream()
                    .filter(claim -> before < claim && claim < after && !edited.containsKey(claim))
                    .findFirst()
                    .ifPresentOrElse(claim -> edited.put(claim, each), () -> others.add(each));
        }
        List<Suspect> inserted = new ArrayList<>();
        long next = before + 1;
        for (Suspect each : others) {
            while (next < after && edited.containsKey(next)) {
                next++;
            }
            if (next < after) {
                edited.put(next, each);
            } else {
                inserted.add(each);
            }
        }
        return new SuspectPlaces(edited, inserted, free(edited, before, after));
    }

    /** After the last genuine record: only what claims to be the next one is in a record's place. */
    static SuspectPlaces atTheEnd(List<Suspect> suspects, long before) {
        SortedMap<Long, Suspect> edited = new TreeMap<>();
        List<Suspect> inserted = new ArrayList<>();
        for (Suspect each : suspects) {
            long next = before + edited.size() + 1;
            if (each.claims().contains(next)) {
                edited.put(next, each);
            } else {
                inserted.add(each);
            }
        }
        return new SuspectPlaces(edited, inserted, new TreeMap<>());
    }

    private static SortedMap<Long, Long> free(SortedMap<Long, Suspect> edited, long before, long after) {
        SortedMap<Long, Long> free = new TreeMap<>();
        long from = before + 1;
        for (long taken : edited.keySet()) {
            if (from < taken) {
                free.put(from, taken - 1);
            }
            from = taken + 1;
        }
        if (from < after) {
            free.put(from, after - 1);
        }
        return free;
    }
}
