package id.pintu.routing.similarity;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.DuplicateType;
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
public final class SimilarReportDetector {

    public static final Duration RETENTION = Duration.ofDays(30);
    static final Duration INCIDENT_WINDOW = Duration.ofDays(3);

    /** People write the same words about Surabaya and about Bandung; but whoever copies a whole report, copies it. */
    private static final double COPY_THRESHOLD = 0.95;

    /** Measured (ADR 0028): lower links more templates, higher misses what was sent again with a greeting. */
    private static final double SAME_WORDS_THRESHOLD = 0.55;

    private static final double SAME_INCIDENT_THRESHOLD = 0.45;
    private static final int MIN_WORDS = 4;

    /** 25 bands of 4: two texts alike to 0.55 share a bucket with a probability of .91, to 0.7 of .999. */
    private static final int BANDS = 25;

    private static final int SIGNATURE_SIZE = 100;
    private static final int BUCKETS = 1 << 20;
    private static final long SEED = 1708;

    private final MinHash minHash = new MinHash(SIGNATURE_SIZE, TextShingles.HASH_BOUND, SEED);
    private final LSHMinHash bands = new LSHMinHash(BANDS, BUCKETS, TextShingles.HASH_BOUND, SEED);
    private final Deque<FirstReport> inOrder = new ArrayDeque<>();
    private final Map<Integer, List<FirstReport>> byBand = new HashMap<>();
    private final Map<String, List<FirstReport>> byRegion = new HashMap<>();
    /** All that were taken in, not only the firsts, and when each came in; in the order they were heard. */
    private final Map<ComplaintId, Instant> seenAt = new LinkedHashMap<>();

    private record FirstReport(SimilarityInput report, TextShingles shingles, int[] buckets) {}

    private record SimilarityMatch(FirstReport first, DuplicateType likeness) {}

    /**
     * Takes a report in.
     *
     * @return what it repeats, if it repeats anything; nothing for one that was taken in before
     */
    public Optional<SimilarReportLink> detect(SimilarityInput report) {
        if (seenAt.putIfAbsent(report.id(), report.at()) != null) {
            return Optional.empty();
        }
        evictOlderThan(report.at().minus(RETENTION));
        TextShingles shingles = TextShingles.of(report.text());
        if (shingles.wordHashes().length < MIN_WORDS) {
            return Optional.empty(); // "mohon bantuan" is no incident
        }
        FirstReport candidate = new FirstReport(report, shingles, buckets(shingles));
        Optional<SimilarityMatch> match = sameWords(candidate).or(() -> sameIncident(candidate));
        if (match.isEmpty()) {
            addFirst(candidate);
        }
        return match.map(found -> link(candidate, found));
    }

    /** Whoever is heard of late and came in before takes the other's place, so that those to come repeat the same one. */
    private SimilarReportLink link(FirstReport candidate, SimilarityMatch match) {
        if (!candidate.report.isBefore(match.first.report)) {
            return new SimilarReportLink(candidate.report.id(), match.first.report.id(), match.likeness);
        }
        inOrder.remove(match.first);
        removeFirst(match.first);
        addFirst(candidate);
        return new SimilarReportLink(match.first.report.id(), candidate.report.id(), match.likeness);
    }

    private Optional<SimilarityMatch> sameWords(FirstReport candidate) {
        return Arrays.stream(candidate.buckets)
                .boxed()
                .flatMap(bucket -> byBand.getOrDefault(bucket, List.of()).stream())
                .filter(first -> TextShingles.jaccardSimilarity(
                                first.shingles.trigramHashes(), candidate.shingles.trigramHashes())
                        >= (inDifferentRegions(first.report, candidate.report) ? COPY_THRESHOLD : SAME_WORDS_THRESHOLD))
                .findFirst()
                .map(first -> new SimilarityMatch(first, DuplicateType.SAME_WORDS));
    }

    private static boolean inDifferentRegions(SimilarityInput one, SimilarityInput other) {
        return one.regionCode().isPresent()
                && other.regionCode().isPresent()
                && !one.regionCode().equals(other.regionCode());
    }

    private Optional<SimilarityMatch> sameIncident(FirstReport candidate) {
        return candidate.report.regionCode().map(byRegion::get).stream()
                .flatMap(Collection::stream)
                .filter(first -> withinIncidentWindow(first.report.at(), candidate.report.at()))
                .filter(first ->
                        TextShingles.jaccardSimilarity(first.shingles.wordHashes(), candidate.shingles.wordHashes())
                                >= SAME_INCIDENT_THRESHOLD)
                .findFirst()
                .map(first -> new SimilarityMatch(first, DuplicateType.SAME_INCIDENT));
    }

    /** How many reports it compares a new one with, at most. */
    int firstReportCount() {
        return inOrder.size();
    }

    /** How many reports it would know again. */
    int seenCount() {
        return seenAt.size();
    }

    private static boolean withinIncidentWindow(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(INCIDENT_WINDOW) <= 0;
    }

    private int[] buckets(TextShingles shingles) {
        int[] hashed = bands.hashSignature(minHash.signature(shingles.trigramHashSet()));
        for (int band = 0; band < hashed.length; band++) {
            hashed[band] = band * BUCKETS + hashed[band];
        }
        return hashed;
    }

    private void addFirst(FirstReport first) {
        inOrder.add(first);
        for (int bucket : first.buckets) {
            byBand.computeIfAbsent(bucket, none -> new ArrayList<>(1)).add(first);
        }
        first.report
                .regionCode()
                .ifPresent(regionCode -> byRegion.computeIfAbsent(regionCode, none -> new ArrayList<>())
                        .add(first));
    }

    private void evictOlderThan(Instant before) {
        while (!inOrder.isEmpty() && inOrder.peek().report.at().isBefore(before)) {
            removeFirst(inOrder.remove());
        }
        Iterator<Instant> times = seenAt.values().iterator();
        while (times.hasNext() && times.next().isBefore(before)) {
            times.remove();
        }
    }

    private void removeFirst(FirstReport first) {
        for (int bucket : first.buckets) {
            byBand.computeIfPresent(bucket, (key, firsts) -> without(firsts, first));
        }
        first.report
                .regionCode()
                .ifPresent(
                        regionCode -> byRegion.computeIfPresent(regionCode, (key, firsts) -> without(firsts, first)));
    }

    private static @Nullable List<FirstReport> without(List<FirstReport> firsts, FirstReport first) {
        firsts.remove(first);
        return firsts.isEmpty() ? null : firsts;
    }
}
