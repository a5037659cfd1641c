package id.pintu.support.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import id.pintu.support.audit.record.AuditFault.AuditFaultKind;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditChainVerifierTest {

    private static final Instant START = Instant.parse("2026-11-26T16:30:00Z"); // half an hour before midnight
    private static final AuditHashes HASHES = hashes("a secret of this test, long enough to be one");
    private static final int SIZE = 12;
    private static final List<SealedRecord> CHAIN = chain(SIZE, HASHES);

    @Test
    void aWholeChainHasNoFaults() {
        assertThat(verify(CHAIN)).isEmpty();
        assertThat(CHAIN).hasSizeGreaterThan(SIZE); // with roots
    }

    @Property
    void aFlippedBitIsFoundInItsRecord(@ForAll @IntRange(max = 1 << 20) int at, @ForAll @IntRange(max = 7) int bit) {
        int index = at % CHAIN.size();
        int position = (at / CHAIN.size()) % CHAIN.get(index).size();
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.set(index, flip(CHAIN.get(index), position, bit));

        assertThat(verify(tampered)).singleElement().is(at(AuditFaultKind.EDITED, index + 1));
    }

    @Property
    void removedRecordsAreMissing(
            @ForAll @IntRange(max = SIZE - 1) int index, @ForAll @IntRange(min = 1, max = 3) int count) {
        Assume.that(index + count < CHAIN.size()); // the end is proven by a root that is kept elsewhere
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.subList(index, index + count).clear();

        assertThat(verify(tampered)).singleElement().satisfies(fault -> {
            assertThat(fault).is(at(AuditFaultKind.MISSING, index + 1));
            assertThat(fault.last()).isEqualTo(index + count);
        });
    }

    @Property
    void anInsertedRecordIsFoundInItsPlace(
            @ForAll @IntRange(max = SIZE) int index, @ForAll @IntRange(min = 1, max = 99) int claimed) {
        AuditHashes others = hashes("a secret of somebody else, who can write the topic");
        AuditRecord content = AuditRecord.parse(CHAIN.getFirst().content()).orElseThrow();
        SealedRecord forged = SealedRecord.of(
                new AuditRecord(claimed, content.day(), 1, content.previous(), 0, content.entry(), content.root()),
                others);
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.add(index, forged);

        assertThat(verify(tampered)).singleElement().is(at(AuditFaultKind.INSERTED, index));
    }

    @Property
    void aCopyOfARecordIsFoundInItsPlace(
            @ForAll @IntRange(max = SIZE - 2) int index, @ForAll @IntRange(max = SIZE - 1) int copied) {
        Assume.that(copied != index); // two copies side by side: the second is the inserted one
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.add(index, CHAIN.get(copied));

        assertThat(verify(tampered)).singleElement().is(at(AuditFaultKind.INSERTED, index));
    }

    @Property
    void aMovedRecordIsOutOfOrder(
            @ForAll @IntRange(max = SIZE - 2) int from, @ForAll @IntRange(max = SIZE - 2) int to) {
        Assume.that(Math.abs(from - to) > 1);
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.add(to, tampered.remove(from));

        assertThat(verify(tampered)).singleElement().is(at(AuditFaultKind.OUT_OF_ORDER, from + 1));
    }

    @Property
    void twoRecordsThatChangedPlacesAreFound(@ForAll @IntRange(max = SIZE - 2) int index) {
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.add(index, tampered.remove(index + 1));

        assertThat(verify(tampered))
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(AuditFaultKind.OUT_OF_ORDER))
                .satisfies(fault -> assertThat(fault.first()).isBetween(index + 1L, index + 2L));
    }

    @Test
    void aChainContinuedTwiceWithTheSecretIsForked() {
        List<SealedRecord> other = chain(SIZE + 5, HASHES, "other");
        List<SealedRecord> tampered = new ArrayList<>(CHAIN);
        tampered.addAll(other.subList(CHAIN.size(), other.size()));

        assertThat(verify(tampered)).first().is(at(AuditFaultKind.FORKED, CHAIN.size() + 1));
    }

    @Test
    void whoHasTheSecretCannotReplaceWhatAKeptRootProves() {
        AuditRecord root = CHAIN.stream()
                .map(each -> AuditRecord.parse(each.content()).orElseThrow())
                .filter(each -> each.root().isPresent())
                .findFirst()
                .orElseThrow();
        LocalDate day = root.day();
        String kept = CHAIN.get((int) root.sequence() - 1).hash();

        assertThat(verify(CHAIN, Map.of(day, kept))).isEmpty();
        assertThat(verify(chain(SIZE, HASHES, "other"), Map.of(day, kept)))
                .singleElement()
                .is(new Condition<>(fault -> fault.kind() == AuditFaultKind.ROOT_WRONG, "root wrong"));
        assertThat(verify(CHAIN.subList(0, (int) root.sequence() - 1), Map.of(day, kept)))
                .singleElement()
                .is(new Condition<>(fault -> fault.kind() == AuditFaultKind.ROOT_WRONG, "no root"));
    }

    @Test
    void recordsOfASecretsPredecessorAreGenuineUntilItsSuccessorIsUsed() {
        AuditHashes both =
                hashes("the successor of the secret of this test", "a secret of this test, long enough to be one");
        AuditRecord last = AuditRecord.parse(CHAIN.getLast().content()).orElseThrow();
        List<SealedRecord> rotated = new ArrayList<>(CHAIN);
        rotated.addAll(AuditChain.after(last, CHAIN.getLast().hash(), both)
                .append(
                        entry("after", START.plus(Duration.ofDays(2))),
                        99,
                        START.plus(Duration.ofDays(2)),
                        Instant.MAX));
        assertThat(verify(rotated, Map.of(), both)).isEmpty();

        AuditRecord newest = AuditRecord.parse(rotated.getLast().content()).orElseThrow();
        rotated.addAll(AuditChain.after(newest, rotated.getLast().hash(), HASHES)
                .append(
                        entry("forged", START.plus(Duration.ofDays(2))),
                        100,
                        START.plus(Duration.ofDays(2)),
                        Instant.MAX));
        assertThat(verify(rotated, Map.of(), both)).singleElement().is(at(AuditFaultKind.EDITED, rotated.size()));
    }

    private static Condition<AuditFault> at(AuditFaultKind kind, long sequence) {
        return new Condition<>(fault -> fault.kind() == kind && fault.first() == sequence, "%s at %d", kind, sequence);
    }

    private static List<AuditFault> verify(List<SealedRecord> records) {
        return verify(records, Map.of());
    }

    private static List<AuditFault> verify(List<SealedRecord> records, Map<LocalDate, String> roots) {
        return verify(records, roots, HASHES);
    }

    private static List<AuditFault> verify(
            List<SealedRecord> records, Map<LocalDate, String> roots, AuditHashes hashes) {
        List<AuditFault> faults = new ArrayList<>();
        AuditChainVerifier verifier = new AuditChainVerifier(hashes, roots, faults::add);
        for (int i = 0; i < records.size(); i++) {
            verifier.check(records.get(i), i);
        }
        verifier.finish();
        return faults;
    }

    private static SealedRecord flip(SealedRecord record, int position, int bit) {
        byte[] key = record.key().getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = record.content().clone();
        byte[] hash = record.hash().getBytes(StandardCharsets.ISO_8859_1);
        if (position < key.length) {
            key[position] ^= (byte) (1 << bit);
        } else if (position < key.length + content.length) {
            content[position - key.length] ^= (byte) (1 << bit);
        } else {
            hash[position - key.length - content.length] ^= (byte) (1 << bit);
        }
        return new SealedRecord(
                new String(key, StandardCharsets.ISO_8859_1), content, new String(hash, StandardCharsets.ISO_8859_1));
    }

    private static List<SealedRecord> chain(int entries, AuditHashes hashes) {
        return chain(entries, hashes, "entry");
    }

    /** An entry every ten minutes, so that a day ends in between. */
    private static List<SealedRecord> chain(int entries, AuditHashes hashes, String text) {
        AuditChain chain = AuditChain.empty(hashes);
        List<SealedRecord> records = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            Instant at = START.plus(Duration.ofMinutes(10L * i));
            records.addAll(chain.append(entry(text + i, at), i, at, at));
        }
        return records;
    }

    private static JsonNode entry(String text, Instant at) {
        return WireJsonMapper.MAPPER.createObjectNode().put("at", at.toString()).put("what", text);
    }

    private static AuditHashes hashes(String... secrets) {
        return new AuditHashes(Stream.of(secrets)
                .map(InstallationSecret::new)
                .<java.util.function.UnaryOperator<byte[]>>map(secret ->
                        content -> secret.derive("audit-record", new String(content, StandardCharsets.ISO_8859_1)))
                .toList());
    }
}
