package id.pintu.house.ledger;

import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import id.pintu.house.start.AtStart;
import id.pintu.house.start.Phases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a service's casebook again from the ledger before the service begins to hear.
 *
 * <p>Its own words are folded in to the ledger's end, others' events up to the group's committed place; from there on
 * they are heard, and answered, in the usual way. Nothing is said while restoring.
 */
public final class Restore {

    private static final Logger log = LoggerFactory.getLogger(Restore.class);
    private static final int BATCH = 5_000;
    private static final int PIECE = 50_000;

    private final Clerk<?> clerk;
    private final String bootstrapServers;

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     */
    public Restore(Clerk<?> clerk, String bootstrapServers) {
        this.clerk = clerk;
        this.bootstrapServers = bootstrapServers;
    }

    /** Before the bindings hear: what they fold must stay. */
    public AtStart atStart() {
        return new AtStart(Phases.RESTORE, this::restore);
    }

    private void restore() {
        long begun = System.nanoTime();
        clerk.casebook().drop();
        long folded = fold();
        log.info(
                "{} restored from {} events in {} ms",
                clerk.service(),
                folded,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private long fold() {
        long folded = 0;
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
                KafkaConsumer<byte[], byte[]> consumer =
                        Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH))) {
            List<TopicPartition> partitions = Committed.partitions(consumer, Topics.COMPLAINTS);
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin);
            Map<TopicPartition, Long> ends = ends(admin, partitions);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata answered = committed.get(partition);
                folded += fold(
                        consumer,
                        partition,
                        ends.getOrDefault(partition, 0L),
                        answered == null ? 0 : answered.offset());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while restoring", e);
        }
        return folded;
    }

    /** One partition after another, in large pieces: most complaints are then saved once, with all that happened. */
    private long fold(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, long answeredBefore) {
        long folded = 0;
        List<Heard> piece = new ArrayList<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                piece.add(Heard.of(record));
            }
            if (piece.size() >= PIECE) {
                clerk.restore(piece, answeredBefore);
                folded += piece.size();
                piece.clear();
            }
        }
        clerk.restore(piece, answeredBefore);
        return folded + piece.size();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(clerk.service())
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, place) -> {
                    if (place != null) {
                        committed.put(partition, place);
                    }
                });
        return committed;
    }

    /** The high watermark: a transaction that is just completing is waited for, not missed. */
    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, place) -> ends.put(partition, place.offset()));
        return ends;
    }
}
