package id.pintu.notification.institutions.delivery;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.KafkaClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Progress of a consumer group in the ledger: from a part of it, answered complaints look late, so nothing is sent before the
 * group has come as far as the ledger was.
 */
public final class LedgerFoldProgress implements Supplier<BooleanSupplier>, AutoCloseable {

    private final String group;
    private final Admin admin;

    public LedgerFoldProgress(String group, KafkaClients clients) {
        this.group = group;
        this.admin = clients.admin();
    }

    /** Whether the group has consumed all that is in the ledger now; asked until it has. */
    @Override
    public BooleanSupplier get() {
        Map<TopicPartition, Long> ends = ends();
        return () -> hasReached(ends);
    }

    private Map<TopicPartition, Long> ends() {
        try {
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(TopicNames.COMPLAINTS)).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .toList();
            return HighWatermarks.of(admin, partitions);
        } catch (ExecutionException e) {
            throw new KafkaException("the partitions of the ledger are unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata offset = committed.get(end.getKey());
                return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
            });
        } catch (ExecutionException e) {
            throw new KafkaException("the offsets of " + group + " are unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
