package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ReadCommittedConsumers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Scanner of the topic {@code complaints.dead} for the records of which a service kept nothing. A rebuild leaves them out:
 * once folded, their replay would be taken for a repeat, and what they should cause would never be emitted.
 */
final class FailedRecordScanner {

    private static final TopicPartition PARTITION = new TopicPartition(TopicNames.DEAD_LETTERS, 0);

    private FailedRecordScanner() {}

    /** Positions of those records, replayed ones included: the replay is a record of its own. */
    static Set<String> positions(String service, String bootstrapServers) {
        Set<String> positions = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = ReadCommittedConsumers.create(bootstrapServers)) {
            ReadCommittedConsumers.assignFromBeginning(consumer, List.of(PARTITION));
            Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(PARTITION));
            while (!ReadCommittedConsumers.hasReached(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (header(record, DeadLetterFactory.SERVICE)
                                    .filter(service::equals)
                                    .isPresent()
                            && header(record, DeadLetterFactory.KIND)
                                    .flatMap(DeadLetterKind::ofWireName)
                                    .filter(kind -> kind != DeadLetterKind.UNLISTED)
                                    .isPresent()) {
                        header(record, DeadLetterFactory.FROM).ifPresent(positions::add);
                    }
                }
            }
        }
        return positions;
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
