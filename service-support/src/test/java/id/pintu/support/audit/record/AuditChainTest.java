package id.pintu.support.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import id.pintu.support.audit.record.AuditRecord.AuditRoot;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditChainTest {

    private static final AuditHashes HASHES =
            new AuditHashes(List.of(content -> new InstallationSecret("a secret of this test, long enough to be one")
                    .derive("audit-record", new String(content, StandardCharsets.ISO_8859_1))));
    private static final JsonNode ENTRY = WireJsonMapper.MAPPER.createObjectNode();
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-26T16:59:00Z");
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-26T17:01:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 26);

    private final AuditChain chain = AuditChain.empty(HASHES);

    @Test
    void theFirstEntryOfADayFollowsTheRootOfTheDayBefore() {
        append(chain, BEFORE_MIDNIGHT);
        SealedRecord last =
                chain.append(ENTRY, 1, BEFORE_MIDNIGHT, BEFORE_MIDNIGHT).getFirst();

        List<AuditRecord> next = append(chain, AFTER_MIDNIGHT);

        assertThat(next).hasSize(2);
        assertThat(next.getFirst().root()).contains(new AuditRoot(FIRST_DAY, 2, 2, last.hash()));
        assertThat(next.getFirst().previous()).isEqualTo(last.hash());
        assertThat(next.getLast().day()).isEqualTo(FIRST_DAY.plusDays(1));
        assertThat(next.getLast().number()).isEqualTo(1);
        assertThat(next.getLast().sequence()).isEqualTo(4);
    }

    @Test
    void aQuietDayIsClosedSomeMinutesAfterMidnightOnce() {
        append(chain, BEFORE_MIDNIGHT);
        assertThat(chain.closeEndedDay(AFTER_MIDNIGHT)).isEmpty();
        assertThat(chain.closeEndedDay(AFTER_MIDNIGHT.plusSeconds(600))).hasSize(1);
        assertThat(chain.closeEndedDay(AFTER_MIDNIGHT.plusSeconds(700))).isEmpty();
    }

    @Test
    void anEntryThatIsLateCountsToTheNextDay() {
        append(chain, BEFORE_MIDNIGHT);
        assertThat(chain.closeEndedDay(AFTER_MIDNIGHT.plusSeconds(600))).hasSize(1);

        List<AuditRecord> late = parsed(chain.append(ENTRY, 1, BEFORE_MIDNIGHT, AFTER_MIDNIGHT.plusSeconds(700)));

        assertThat(late).singleElement().satisfies(record -> {
            assertThat(record.day()).isEqualTo(FIRST_DAY.plusDays(1));
            assertThat(record.number()).isEqualTo(1);
        });
        assertThat(append(chain, AFTER_MIDNIGHT.plusSeconds(701)).getLast().number())
                .isEqualTo(2);
    }

    @Test
    void anEntryFromTheFutureEndsNoDay() {
        List<AuditRecord> records = parsed(chain.append(ENTRY, 0, AFTER_MIDNIGHT, BEFORE_MIDNIGHT));
        assertThat(records.getFirst().day()).isEqualTo(FIRST_DAY);
    }

    @Test
    void aChainGoesOnAfterItsLastRecord() {
        append(chain, BEFORE_MIDNIGHT);
        SealedRecord root = chain.closeEndedDay(AFTER_MIDNIGHT.plusSeconds(600)).getFirst();
        AuditChain resumed = AuditChain.after(AuditRecord.parse(root.content()).orElseThrow(), root.hash(), HASHES);

        assertThat(resumed.source()).isZero();
        assertThat(resumed.closeEndedDay(AFTER_MIDNIGHT.plusSeconds(800))).isEmpty();
        assertThat(append(resumed, AFTER_MIDNIGHT.plusSeconds(900)))
                .isEqualTo(append(chain, AFTER_MIDNIGHT.plusSeconds(900)));
    }

    private static List<AuditRecord> append(AuditChain chain, Instant at) {
        return parsed(chain.append(ENTRY, 0, at, at));
    }

    private static List<AuditRecord> parsed(List<SealedRecord> records) {
        return records.stream()
                .map(each -> AuditRecord.parse(each.content()).orElseThrow())
                .toList();
    }
}
