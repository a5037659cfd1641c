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
 * Stateful detector of reports that repeat an earlier one, by MinHash with locality-sensitive hashing.
 *
 * <p>Same words: similar word trigrams within 30 days; nearly identical ones if the two are about different regions.
 * Same incident: similar words about the same region within three days. Only the first report of each group is kept, so
 * an incident that thousands report costs no more than one that is reported once. Not thread-safe.
 */
public final class SimilarReportDetector {

    public static final Duration RETENTION = Duration.ofDays(30);
    static final Duration INCIDENT_WINDOW = Duration.ofDays(3);

    /**
     * Similarity required across regions: people use the same phrases about Surabaya and Bandung; only a full copy
     * repeats.
     */
    private static final double COPY_THRESHOLD = 0.95;

    /** Measured (ADR 0028): a lower value links more templates, a higher one misses texts repeated with a greeting. */
    private static final double SAME_WORDS_THRESHOLD = 0.55;

    private static final double SAME_INCIDENT_THRESHOLD = 0.45;
    private static final int MIN_WORDS = 4;

    /** 25 bands of 4 rows: two texts with similarity 0.55 share a bucket with probability .91, with 0.7 .999. */
    private static final int BANDS = 25;

    private static final int SIGNATURE_SIZE = 100;
    private static final int BUCKETS = 1 << 20;
    private static final long SEED = 1708;

    private final MinHash minHash = new MinHash(SIGNATURE_SIZE, TextShingles.HASH_BOUND, SEED);
    private final LSHMinHash bands = new LSHMinHash(BANDS, BUCKETS, TextShingles.HASH_BOUND, SEED);
    private final Deque<FirstReport> inOrder = new ArrayDeque<>();
    private final Map<Integer, List<FirstReport>> byBand = new HashMap<>();
    private final Map<String, List<FirstReport>> byRegion = new HashMap<>();
    /** Time of each report processed within the retention, first or not, in order of processing. */
    private final Map<ComplaintId, Instant> seenAt = new LinkedHashMap<>();

    private record FirstReport(SimilarityInput report, TextShingles shingles, int[] buckets) {}

    private record SimilarityMatch(FirstReport first, DuplicateType duplicateType) {}

    /**
     * Adds a report.
     *
     * @return link to the report it repeats; empty if it repeats none or was added before
     */
    public Optional<SimilarReportLink> detect(SimilarityInput report) {
        if (seenAt.putIfAbsent(report.id(), report.at()) != null) {
            return Optional.empty();
        }
        evictOlderThan(report.at().minus(RETENTION));
        TextShingles shingles = TextShingles.of(report.text());
        if (shingles.wordHashes().length < MIN_WORDS) {
            return Optional.empty(); // too short to compare, such as "mohon bantuan"
        }
        FirstReport candidate = new FirstReport(report, shingles, buckets(shingles));
        Optional<SimilarityMatch> match = sameWords(candidate).or(() -> sameIncident(candidate));
        if (match.isEmpty()) {
            addFirst(candidate);
        }
        return match.map(found -> link(candidate, found));
    }

    /**
     * If the new report was submitted earlier, it replaces the first report, so that later ones link to the earliest.
     */
    private SimilarReportLink link(FirstReport candidate, SimilarityMatch match) {
        if (!candidate.report.isBefore(match.first.report)) {
            return new SimilarReportLink(candidate.report.id(), match.first.report.id(), match.duplicateType);
        }
        inOrder.remove(match.first);
        removeFirst(match.first);
        addFirst(candidate);
        return new SimilarReportLink(match.first.report.id(), candidate.report.id(), match.duplicateType);
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

    /** Number of reports that a new one can be compared with. */
    int firstReportCount() {
        return inOrder.size();
    }

    /** Number of reports it would recognise if added again. */
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
