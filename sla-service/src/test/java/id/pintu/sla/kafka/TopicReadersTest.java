package id.pintu.sla.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.sla.kafka.EffectsTopic.Notice;
import id.pintu.sla.oversight.Registered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What is read from compacted topics, without a broker. */
class TopicReadersTest {

    @Test
    void eachInstitutionFindsItsOwnNoticesTheNewestFirst() {
        EffectsTopic effects = new EffectsTopic();
        Notice first = new Notice(1, "SE 1", "D.51.71", 2, 0);
        Notice others = new Notice(1, "SE 1", "P.51", 1, 0);
        Notice second = new Notice(2, "SE 2", "D.51.71", 0, 3);
        for (Notice notice : List.of(first, others, second, first)) {
            effects.read(heard(EffectsTopic.record(notice)));
        }

        assertThat(effects.noticesTo("D.51.71")).containsExactly(second, first);
        assertThat(effects.noticesTo("P.51")).containsExactly(others);
        assertThat(effects.noticesTo("K.PU")).isEmpty();
    }

    @Test
    void theRegistryTellsWhoIsConnectedByItsLastWord() {
        RegistryTopic registry = new RegistryTopic();
        registry.read("D.51.71", line("D.51.71", "pemerintah_kota", false));
        registry.read("D.51.71", line("D.51.71", "pemerintah_kota", true));
        registry.read("D.31.71", line("D.31.71", "wilayah_administrasi", false));
        registry.read("K.X", line("K.X", "kementerian", true));
        registry.read("K.X", Optional.empty());

        assertThat(registry.get()).containsExactly(new Registered("D.51.71", true));
    }

    private static Optional<byte[]> line(String code, String kind, boolean connected) {
        return Optional.of("""
                {"key": "%s", "version": 1, "revision": 1, "at": "2026-01-01T00:00:00Z", "by": "DESK", "why": "mulai",
                 "value": {"code": "%s", "name": "Instansi", "aliases": [], "kind": "%s",
                           "connection": {"connected": %s}, "smsKeywords": [], "units": []}}""".formatted(code, code, kind, connected).getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> heard(ProducerRecord<byte[], byte[]> said) {
        return new ConsumerRecord<>(said.topic(), 0, 0, said.key(), said.value());
    }
}
