package id.pintu.sla.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.sla.kafka.CalendarImpactTopic.CalendarChangeNotice;
import id.pintu.sla.oversight.RegisteredInstitution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What is read from compacted topics, without a broker. */
class SlaTopicReadersTest {

    @Test
    void eachInstitutionFindsItsOwnNoticesTheNewestFirst() {
        CalendarImpactTopic impactTopic = new CalendarImpactTopic();
        CalendarChangeNotice first = new CalendarChangeNotice(1, "SE 1", "D.51.71", 2, 0);
        CalendarChangeNotice others = new CalendarChangeNotice(1, "SE 1", "P.51", 1, 0);
        CalendarChangeNotice second = new CalendarChangeNotice(2, "SE 2", "D.51.71", 0, 3);
        for (CalendarChangeNotice notice : List.of(first, others, second, first)) {
            impactTopic.apply(consumed(CalendarImpactTopic.record(notice)));
        }

        assertThat(impactTopic.noticesTo("D.51.71")).containsExactly(second, first);
        assertThat(impactTopic.noticesTo("P.51")).containsExactly(others);
        assertThat(impactTopic.noticesTo("K.PU")).isEmpty();
    }

    @Test
    void theRegistryTellsWhoIsConnectedByItsLastWord() {
        InstitutionRegistryTopic registry = new InstitutionRegistryTopic();
        registry.apply("D.51.71", registryRecord("D.51.71", "pemerintah_kota", false));
        registry.apply("D.51.71", registryRecord("D.51.71", "pemerintah_kota", true));
        registry.apply("D.31.71", registryRecord("D.31.71", "wilayah_administrasi", false));
        registry.apply("K.X", registryRecord("K.X", "kementerian", true));
        registry.apply("K.X", Optional.empty());

        assertThat(registry.get()).containsExactly(new RegisteredInstitution("D.51.71", true));
    }

    private static Optional<byte[]> registryRecord(String code, String kind, boolean connected) {
        return Optional.of("""
                {"key": "%s", "version": 1, "revision": 1, "at": "2026-01-01T00:00:00Z", "by": "DESK", "why": "mulai",
                 "value": {"code": "%s", "name": "Instansi", "aliases": [], "kind": "%s",
                           "connection": {"connected": %s}, "smsKeywords": [], "units": []}}""".formatted(code, code, kind, connected).getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> produced) {
        return new ConsumerRecord<>(produced.topic(), 0, 0, produced.key(), produced.value());
    }
}
