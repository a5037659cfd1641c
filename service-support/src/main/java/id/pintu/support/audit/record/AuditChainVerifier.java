package id.pintu.support.audit.record;

import id.pintu.support.audit.record.AuditFault.AuditFaultKind;
import id.pintu.support.audit.record.AuditRecord.AuditRoot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verification of a chain, record by record in the order of the topic.
 *
 * <p>A record that no secret confirms is a suspect until the next genuine one tells whether it stands in the place of a
 * genuine record, or between two. A genuine record that passes others over waits for the next one: if that continues where
 * the chain was, the first one is in the wrong place; if not, what was passed over is missing.
 */
public final class AuditChainVerifier {

    private final AuditHashes hashes;
    private final Map<LocalDate, String> keptRoots;
    private final Consumer<AuditFault> faults;
    private final Map<LocalDate, String> roots = new HashMap<>();
    private final SequenceGaps gaps = new SequenceGaps();
    private final NavigableMap<Long, Misplaced> misplaced = new TreeMap<>();
    private List<Suspect> suspects = new ArrayList<>();
    private Optional<Ahead> ahead = Optional.empty();
    private @Nullable Genuine last;
    private Optional<String> time = Optional.empty();
    private int secret = Integer.MAX_VALUE;

    /** Record that no secret confirms, with the sequence numbers that it claims to have. */
    record Suspect(List<Long> claims, long position, Optional<String> time) {}

    private record Genuine(AuditRecord content, String hash, long position) {

        long sequence() {
            return content.sequence();
        }
    }

    /** Genuine record that passes others over, with the suspects before it. */
    private record Ahead(Genuine genuine, List<Suspect> before) {}

    private record Misplaced(long after, long position, Optional<String> time) {}

    /**
     * @param keptRoots hashes of roots that were kept elsewhere, by day
     * @param faults gets each fault when it is certain; missing records at the {@linkplain #finish end}
     */
    public AuditChainVerifier(AuditHashes hashes, Map<LocalDate, String> keptRoots, Consumer<AuditFault> faults) {
        this.hashes = hashes;
        this.keptRoots = Map.copyOf(keptRoots);
        this.faults = faults;
    }

    /**
     * Takes the next record of the topic.
     *
     * @param position offset of the record in the topic
     */
    public void check(SealedRecord sealed, long position) {
        Optional<AuditRecord> parsed = AuditRecord.parse(sealed.content());
        OptionalInt by = hashes.secretOf(sealed.content(), sealed.hash());
        // A secret ends when its successor is used; nothing may be written with it later.
        if (parsed.isEmpty()
                || by.isEmpty()
                || by.getAsInt() > secret
                || !sealed.key().equals(String.valueOf(parsed.get().sequence()))) {
            suspects.add(new Suspect(claims(parsed, sealed.key()), position, time));
            return;
        }
        secret = by.getAsInt();
        place(new Genuine(parsed.get(), sealed.hash(), position));
    }

    /** Ends the verification: what has not come is missing. */
    public void finish() {
        ahead.ifPresent(this::accept);
        report(SuspectPlaces.atTheEnd(suspects, highest()), highest());
        misplaced.forEach((sequence, where) -> insertedCopy(sequence, where));
        gaps.ranges()
                .forEach((from, to) -> fault(
                        AuditFaultKind.MISSING, from, to, gaps.positionOf(from), gaps.timeBefore(from), "not there"));
        keptRoots.forEach((day, hash) -> {
            if (!hash.equals(roots.get(day))) {
                String detail = roots.containsKey(day)
                        ? "the root of " + day + " is not the one that was kept"
                        : "there is no root of " + day;
                fault(AuditFaultKind.ROOT_WRONG, highest(), highest(), last == null ? 0 : last.position, time, detail);
            }
        });
    }

    /** Sequence number of the last record, 0 without any. */
    public long highest() {
        return last == null ? 0 : last.sequence();
    }

    /** Hash of the last record. */
    public String highestHash() {
        return last == null ? AuditRecord.NOTHING_BEFORE : last.hash;
    }

    private void place(Genuine next) {
        if (ahead.isPresent()) {
            Ahead waiting = ahead.get();
            if (next.sequence() > waiting.genuine.sequence()) {
                accept(waiting);
            } else if (next.sequence() > highest() && next.sequence() < waiting.genuine.sequence()) {
                Genuine early = waiting.genuine;
                misplaced.put(early.sequence(), new Misplaced(highest(), early.position, time));
                suspects.addAll(0, waiting.before);
                ahead = Optional.empty();
            }
        }
        boolean repeatsAhead = ahead.isPresent() && ahead.get().genuine.sequence() == next.sequence();
        if (next.sequence() <= highest() || repeatsAhead) {
            takeRepeated(next);
        } else if (next.sequence() == highest() + 1) {
            follow(next, suspects);
        } else {
            ahead = Optional.of(new Ahead(next, suspects));
            suspects = new ArrayList<>();
        }
    }

    private void accept(Ahead waiting) {
        ahead = Optional.empty();
        List<Suspect> after = suspects;
        follow(waiting.genuine, waiting.before);
        suspects = after;
    }

    private void follow(Genuine next, List<Suspect> before) {
        SuspectPlaces places = SuspectPlaces.between(before, highest(), next.sequence());
        report(places, highest());
        places.free().forEach((from, to) -> gaps.add(from, to, next.position, time));
        boolean afterLast = next.sequence() == highest() + 1;
        if (afterLast && !next.content.previous().equals(highestHash())) {
            fault(AuditFaultKind.FORKED, next, "does not follow the record before it");
        }
        next.content.root().ifPresent(root -> checkRoot(root, next, afterLast));
        settleMisplaced(next.sequence());
        last = next;
        time = next.content.entry().map(entry -> entry.path("at").asString("")).or(() -> time);
        suspects = new ArrayList<>();
    }

    private void checkRoot(AuditRoot root, Genuine next, boolean afterLast) {
        boolean fits = root.sequence() == next.sequence() - 1
                && (!afterLast
                        || (root.hash().equals(highestHash())
                                && last != null
                                && root.entries() == last.content.number()));
        if (!fits) {
            fault(AuditFaultKind.ROOT_WRONG, next, "the root of " + root.day() + " does not fit its records");
        }
        roots.put(root.day(), next.hash);
    }

    /** Decides on the early ones up to here: passed over in their own place they were moved, else they are copies. */
    private void settleMisplaced(long upTo) {
        NavigableMap<Long, Misplaced> passed = misplaced.headMap(upTo, true);
        passed.forEach((sequence, where) -> {
            if (gaps.remove(sequence)) {
                String detail = "after record " + where.after;
                fault(AuditFaultKind.OUT_OF_ORDER, sequence, sequence, where.position, where.time, detail);
            } else {
                insertedCopy(sequence, where);
            }
        });
        passed.clear();
    }

    private void takeRepeated(Genuine next) {
        if (gaps.remove(next.sequence())) {
            fault(AuditFaultKind.OUT_OF_ORDER, next, "after record " + highest());
        } else {
            insertedCopy(next.sequence(), new Misplaced(highest(), next.position, time));
        }
    }

    private void report(SuspectPlaces places, long after) {
        places.edited()
                .forEach((sequence, suspect) -> fault(
                        AuditFaultKind.EDITED,
                        sequence,
                        sequence,
                        suspect.position,
                        suspect.time,
                        "not as it was written"));
        places.inserted()
                .forEach(suspect -> fault(
                        AuditFaultKind.INSERTED,
                        after,
                        after,
                        suspect.position,
                        suspect.time,
                        "not written by the chain"));
    }

    private void insertedCopy(long sequence, Misplaced where) {
        String detail = "a copy of record " + sequence;
        fault(AuditFaultKind.INSERTED, where.after, where.after, where.position, where.time, detail);
    }

    private void fault(AuditFaultKind kind, Genuine at, String detail) {
        fault(kind, at.sequence(), at.sequence(), at.position, time, detail);
    }

    private void fault(
            AuditFaultKind kind, long first, long end, long position, Optional<String> since, String detail) {
        faults.accept(new AuditFault(kind, first, end, position, since, detail));
    }

    /** What its content and its key say; one of them may be edited. */
    private static List<Long> claims(Optional<AuditRecord> parsed, String key) {
        Stream<Long> ofKey = key.matches("[0-9]{1,18}") ? Stream.of(Long.valueOf(key)) : Stream.of();
        return Stream.concat(parsed.map(AuditRecord::sequence).stream(), ofKey)
                .distinct()
                .toList();
    }
}
