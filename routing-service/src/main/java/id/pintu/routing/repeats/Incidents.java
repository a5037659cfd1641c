package id.pintu.routing.repeats;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.Likeness;
import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the last weeks that were the first to tell of something, and whether a new one tells of the same.
 *
 * <p>The same words: more than half of the rows of three words are the same, within 30 days, unless they tell of different places; nearly
 * all, wherever. One incident: a good part of the words, of the same place, within three days. Only firsts are kept, so an incident that thousands report costs no more
 * than one that is reported once. Not for several threads.
 */
public final class Incidents {

    public static final Duration MEMORY = Duration.ofDays(30);
    static final Duration INCIDENT = Duration.ofDays(3);

    /** People write the same words about Surabaya and about Bandung; but whoever copies a whole report, copies it. */
    private static final double COPIED = 0.95;

    /** Measured (ADR 0028): lower links more templates, higher misses what was sent again with a greeting. */
    private static final double SAME_WORDS = 0.55;

    private static final double SAME_INCIDENT = 0.45;
    private static final int FEWEST_WORDS = 4;

    /** 25 bands of 4: two texts alike to 0.55 share a bucket with a probability of .91, to 0.7 of .999. */
    private static final int BANDS = 25;

    private static final int SIGNATURE = 100;
    private static final int BUCKETS = 1 << 20;
    private static final long SEED = 1708;

    private final MinHash minHash = new MinHash(SIGNATURE, Shingles.BOUND, SEED);
    private final LSHMinHash bands = new LSHMinHash(BANDS, BUCKETS, Shingles.BOUND, SEED);
    private final Deque<First> inOrder = new ArrayDeque<>();
    private final Map<Integer, List<First>> byBand = new HashMap<>();
    private final Map<String, List<First>> byPlace = new HashMap<>();
    /** All that were taken in, not only the firsts, and when each came in; in the order they were heard. */
    private final Map<ComplaintId, Instant> seen = new LinkedHashMap<>();

    private record First(Sighting sighting, Shingles shingles, int[] buckets) {}

    private record Match(First first, Likeness likeness) {}

    /**
     * Takes a report in.
     *
     * @return what it repeats, if it repeats anything; nothing for one that was taken in before
     */
    public Optional<Repeat> see(Sighting sighting) {
        if (seen.putIfAbsent(sighting.id(), sighting.at()) != null) {
            return Optional.empty();
        }
        forget(sighting.at().minus(MEMORY));
        Shingles shingles = Shingles.of(sighting.text());
        if (shingles.words().length < FEWEST_WORDS) {
            return Optional.empty(); // "mohon bantuan" is no incident
        }
        First seen = new First(sighting, shingles, buckets(shingles));
        Optional<Match> match = sameWords(seen).or(() -> sameIncident(seen));
        if (match.isEmpty()) {
            keep(seen);
        }
        return match.map(found -> repeat(seen, found));
    }

    /** Whoever is heard of late and came in before takes the other's place, so that those to come repeat the same one. */
    private Repeat repeat(First seen, Match match) {
        if (!seen.sighting.isBefore(match.first.sighting)) {
            return new Repeat(seen.sighting.id(), match.first.sighting.id(), match.likeness);
        }
        inOrder.remove(match.first);
        drop(match.first);
        keep(seen);
        return new Repeat(match.first.sighting.id(), seen.sighting.id(), match.likeness);
    }

    private Optional<Match> sameWords(First seen) {
        return Arrays.stream(seen.buckets)
                .boxed()
                .flatMap(bucket -> byBand.getOrDefault(bucket, List.of()).stream())
                .filter(first -> Shingles.likeness(first.shingles.triples(), seen.shingles.triples())
                        >= (elsewhere(first.sighting, seen.sighting) ? COPIED : SAME_WORDS))
                .findFirst()
                .map(first -> new Match(first, Likeness.SAME_WORDS));
    }

    private static boolean elsewhere(Sighting one, Sighting other) {
        return one.place().isPresent()
                && other.place().isPresent()
                && !one.place().equals(other.place());
    }

    private Optional<Match> sameIncident(First seen) {
        return seen.sighting.place().map(byPlace::get).stream()
                .flatMap(Collection::stream)
                .filter(first -> near(first.sighting.at(), seen.sighting.at()))
                .filter(first -> Shingles.likeness(first.shingles.words(), seen.shingles.words()) >= SAME_INCIDENT)
                .findFirst()
                .map(first -> new Match(first, Likeness.SAME_INCIDENT));
    }

    /** How many reports it compares a new one with, at most. */
    int firsts() {
        return inOrder.size();
    }

    /** How many reports it would know again. */
    int remembered() {
        return seen.size();
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(INCIDENT) <= 0;
    }

    private int[] buckets(Shingles shingles) {
        int[] hashed = bands.hashSignature(minHash.signature(shingles.tripleSet()));
        for (int band = 0; band < hashed.length; band++) {
            hashed[band] = band * BUCKETS + hashed[band];
        }
        return hashed;
    }

    private void keep(First first) {
        inOrder.add(first);
        for (int bucket : first.buckets) {
            byBand.computeIfAbsent(bucket, none -> new ArrayList<>(1)).add(first);
        }
        first.sighting
                .place()
                .ifPresent(place -> byPlace.computeIfAbsent(place, none -> new ArrayList<>())
                        .add(first));
    }

    private void forget(Instant before) {
        while (!inOrder.isEmpty() && inOrder.peek().sighting.at().isBefore(before)) {
            drop(inOrder.remove());
        }
        Iterator<Instant> came = seen.values().iterator();
        while (came.hasNext() && came.next().isBefore(before)) {
            came.remove();
        }
    }

    private void drop(First old) {
        for (int bucket : old.buckets) {
            byBand.computeIfPresent(bucket, (key, firsts) -> without(firsts, old));
        }
        old.sighting.place().ifPresent(place -> byPlace.computeIfPresent(place, (key, firsts) -> without(firsts, old)));
    }

    private static @Nullable List<First> without(List<First> firsts, First old) {
        firsts.remove(old);
        return firsts.isEmpty() ? null : firsts;
    }
}
