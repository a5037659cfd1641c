package id.pintu.routing.repeats;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.Likeness;
import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Set<ComplaintId> seen = new HashSet<>();

    private record First(Sighting sighting, Shingles shingles, int[] buckets) {}

    /**
     * Takes a report in.
     *
     * @return what it repeats, if it repeats anything; nothing for one that was taken in before
     */
    public Optional<Repeat> see(Sighting sighting) {
        if (!seen.add(sighting.id())) {
            return Optional.empty();
        }
        forget(sighting.at().minus(MEMORY));
        Shingles shingles = Shingles.of(sighting.text());
        if (shingles.words().length < FEWEST_WORDS) {
            return Optional.empty(); // "mohon bantuan" is no incident
        }
        int[] buckets = buckets(shingles);
        Optional<Repeat> repeat = sameWords(sighting, shingles, buckets).or(() -> sameIncident(sighting, shingles));
        if (repeat.isEmpty()) {
            keep(new First(sighting, shingles, buckets));
        }
        return repeat;
    }

    private Optional<Repeat> sameWords(Sighting sighting, Shingles shingles, int[] buckets) {
        return Stream.iterate(0, i -> i < buckets.length, i -> i + 1)
                .flatMap(i -> byBand.getOrDefault(buckets[i], List.of()).stream())
                .filter(first -> Shingles.likeness(first.shingles.triples(), shingles.triples())
                        >= (elsewhere(first.sighting, sighting) ? COPIED : SAME_WORDS))
                .findFirst()
                .map(first -> repeat(sighting, first, Likeness.SAME_WORDS));
    }

    private static boolean elsewhere(Sighting one, Sighting other) {
        return one.place().isPresent()
                && other.place().isPresent()
                && !one.place().equals(other.place());
    }

    private Optional<Repeat> sameIncident(Sighting sighting, Shingles shingles) {
        return sighting.place().map(byPlace::get).stream()
                .flatMap(Collection::stream)
                .filter(first -> near(first.sighting.at(), sighting.at()))
                .filter(first -> Shingles.likeness(first.shingles.words(), shingles.words()) >= SAME_INCIDENT)
                .findFirst()
                .map(first -> repeat(sighting, first, Likeness.SAME_INCIDENT));
    }

    /** How many reports it compares a new one with, at most. */
    int firsts() {
        return inOrder.size();
    }

    private static Repeat repeat(Sighting sighting, First first, Likeness likeness) {
        return sighting.isBefore(first.sighting)
                ? new Repeat(first.sighting.id(), sighting.id(), likeness)
                : new Repeat(sighting.id(), first.sighting.id(), likeness);
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
            First old = inOrder.remove();
            for (int bucket : old.buckets) {
                byBand.computeIfPresent(bucket, (key, firsts) -> without(firsts, old));
            }
            old.sighting
                    .place()
                    .ifPresent(place -> byPlace.computeIfPresent(place, (key, firsts) -> without(firsts, old)));
            seen.remove(old.sighting.id());
        }
    }

    private static @Nullable List<First> without(List<First> firsts, First old) {
        firsts.remove(old);
        return firsts.isEmpty() ? null : firsts;
    }
}
