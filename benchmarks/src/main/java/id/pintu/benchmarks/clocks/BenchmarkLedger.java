package id.pintu.benchmarks.clocks;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.util.FileSystemUtils;

/** Fixture: a real broker with an empty ledger, a producer, and a consumer that counts the committed events. */
final class BenchmarkLedger implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final Path home;
    private final EmbeddedBroker broker;
    private final KafkaProducer<byte[], byte[]> writer;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final Set<UUID> seen = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int duplicated;

    BenchmarkLedger() throws IOException {
        home = Files.createTempDirectory("pintu-benchmark");
        broker = EmbeddedBroker.start(
                home, 0, new InstallationSecret("a secret of this benchmark, long enough to be one"));
        broker.createTopics(
                new NewTopic(TopicNames.COMPLAINTS, PARTITIONS, (short) 1),
                new NewTopic(CalendarDecreeTopic.TOPIC, 1, (short) 1),
                new NewTopic(CalendarImpactTopic.TOPIC, 1, (short) 1));
        writer = clients().producer(Map.of("linger.ms", 5, "batch.size", 262_144));
        reader = clients().readCommittedConsumer(Map.of("max.poll.records", 20_000));
        reader.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TopicNames.COMPLAINTS, partition))
                .toList());
    }

    KafkaClients clients() {
        return broker.clients();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flushed later, and counted when read
    void write(ComplaintEvent event) {
        writer.send(OutboundRecord.event(event).record("sla", Optional.empty()));
    }

    /** Writes an event and waits for its acknowledgement. */
    RecordMetadata writeAndAwaitAck(ComplaintEvent event) throws Exception {
        return writer.send(OutboundRecord.event(event).record("sla", Optional.empty()))
                .get();
    }

    void flush() {
        writer.flush();
    }

    /** Skips to the end of the ledger: only later events are counted. */
    void skipToEnd() {
        reader.seekToEnd(reader.assignment());
        reader.assignment().forEach(reader::position);
    }

    /** Reads until a condition holds or the time is over; returns whether it holds. */
    boolean readUntil(BooleanSupplier condition, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            reader.poll(Duration.ofMillis(20)).forEach(this::count);
        }
        return condition.getAsBoolean();
    }

    /** Number of events of a type read so far. */
    int count(Class<? extends ComplaintEvent> type) {
        return counts.getOrDefault("id.pintu." + EventJsonCodec.wireName(type), 0);
    }

    int duplicated() {
        return duplicated;
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        if (seen.add(UUID.fromString(id))) {
            counts.merge(type, 1, Integer::sum);
        } else {
            duplicated++;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        broker.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
