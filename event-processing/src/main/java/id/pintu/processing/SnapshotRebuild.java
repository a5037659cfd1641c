package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Start-up task that drops a service's snapshots and rebuilds them from the ledger before its bindings start.
 *
 * <p>Own events are folded to the ledger's end, events of other services up to the group's committed offset; from there
 * on the bindings process them as usual. A rebuild emits nothing. Events of other services that ended in the dead letters
 * are left out, so that their replay is no repeat.
 */
public final class SnapshotRebuild {

    private static final Logger log = LoggerFactory.getLogger(SnapshotRebuild.class);
    private static final int MAX_POLL_RECORDS = 5_000;
    private static final int CHUNK_SIZE = 50_000;

    private final EventProcessor<?> processor;
    private final KafkaClients clients;

    /**
     * @param clients factory of the Kafka clients
     */
    public SnapshotRebuild(EventProcessor<?> processor, KafkaClients clients) {
        this.processor = processor;
        this.clients = clients;
    }

    /** Task for the phase before the bindings, whose snapshots it would drop. */
    public StartupTask asStartupTask() {
        return new StartupTask(StartupPhases.SNAPSHOT_REBUILD, this::rebuild);
    }

    void rebuild() {
        long startNanos = System.nanoTime();
        processor.drop();
        long folded = fold(FailedRecordScanner.positions(processor.service(), clients));
        log.info(
                "{} snapshots rebuilt from {} events in {} ms",
                processor.service(),
                folded,
                (System.nanoTime() - startNanos) / 1_000_000);
    }

    private long fold(Set<String> failed) {
        long folded = 0;
        try (Admin admin = clients.admin();
                KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer(
                        Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS))) {
            List<TopicPartition> partitions = AssignedPartitions.partitions(consumer, TopicNames.COMPLAINTS);
            Map<TopicPartition, OffsetAndMetadata> committed = committedOffsets(admin);
            Map<TopicPartition, Long> ends = HighWatermarks.of(admin, partitions);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata committedOffset = committed.get(partition);
                folded += fold(
                        consumer,
                        partition,
                        ends.getOrDefault(partition, 0L),
                        committedOffset == null ? 0 : committedOffset.offset(),
                        failed);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the rebuild", e);
        }
        return folded;
    }

    /** Reads one partition in large chunks, so that most complaints are saved once, with all their events. */
    private long fold(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long end,
            long committedOffset,
            Set<String> failed) {
        long folded = 0;
        List<InboundRecord> chunk = new ArrayList<>();
        AssignedPartitions.assignFromBeginning(consumer, List.of(partition));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                chunk.add(InboundRecord.of(record));
            }
            if (chunk.size() >= CHUNK_SIZE) {
                processor.rebuild(chunk, committedOffset, failed);
                folded += chunk.size();
                chunk.clear();
            }
        }
        processor.rebuild(chunk, committedOffset, failed);
        return folded + chunk.size();
    }

    private Map<TopicPartition, OffsetAndMetadata> committedOffsets(Admin admin)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(processor.service())
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset);
                    }
                });
        return committed;
    }
}
