package id.pintu.processing.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.MalformedMessageException;
import id.pintu.events.WireJsonMapper;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableRecordIndexTest {

    private static final String FINE = "{\"name\":\"x\"}";

    private final UnreadableRecordIndex index = new UnreadableRecordIndex(UnreadableRecordIndexTest::read);
    private long offset;

    private record NameJson(String name) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null,\"other\":\"Siti\"} | field 'name' is missing or malformed",
                "Siti 0811                         | not readable as JSON",
                "refused                           | not written by this installation",
                "unforeseen                        | java.lang.IllegalStateException",
            })
    void tellsWhereARecordIsAndWhyWithoutItsContent(String value, String reason) {
        add("a", FINE);
        fail("b", value);

        assertThat(index.unreadableRecords()).containsExactly(new UnreadableRecord("keys", 0, 1, reason));
    }

    @Test
    void aLaterRecordOfTheKeyReplacesItAsCompactionDoes() {
        fail("a", "garbage");
        fail("b", "garbage");
        fail("b", "more garbage");
        add("a", FINE);

        assertThat(index.unreadableRecords())
                .extracting(UnreadableRecord::offset)
                .containsExactly(2L);
    }

    @Test
    void anOutageIsNoFaultOfTheRecord() {
        fail("a", "outage");

        assertThat(index.unreadableRecords()).isEmpty();
    }

    @Test
    void recordsWithoutAKeyDoNotReplaceEachOther() {
        UnreadableRecordIndex keyless = new UnreadableRecordIndex(record -> {
            throw new MalformedMessageException("no key");
        });
        for (long at : List.of(4L, 2L)) {
            assertThatThrownBy(() -> keyless.handle(new ConsumerRecord<>("keys", 0, at, null, new byte[0])))
                    .isInstanceOf(MalformedMessageException.class);
        }

        assertThat(keyless.unreadableRecords())
                .extracting(UnreadableRecord::offset)
                .containsExactly(2L, 4L);
    }

    private void add(String key, String value) {
        index.handle(new ConsumerRecord<>("keys", 0, offset++, key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    private void fail(String key, String value) {
        assertThatThrownBy(() -> add(key, value)).isInstanceOf(RuntimeException.class);
    }

    private static void read(ConsumerRecord<byte[], byte[]> record) {
        switch (new String(record.value(), UTF_8)) {
            case "outage" -> throw new KafkaException("the broker is down");
            case "refused" -> throw new MalformedMessageException("not written by this installation");
            case "unforeseen" -> throw new IllegalStateException("Siti");
            default -> WireJsonMapper.MAPPER.readValue(record.value(), NameJson.class);
        }
    }
}
