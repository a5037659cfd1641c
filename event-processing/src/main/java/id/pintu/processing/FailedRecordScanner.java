package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Scanner of the topic {@code complaints.dead} for the records of which a service kept nothing. A rebuild leaves them out:
 * once folded, their replay would be taken for a repeat, and what they should cause would never be emitted.
 */
final class FailedRecordScanner {

    private static final TopicPartition PARTITION = new TopicPartition(TopicNames.DEAD_LETTERS, 0);

    private FailedRecordScanner() {}

    /** Positions of those records, replayed ones included: the replay is a record of its own. */
    static Set<String> positions(String service, KafkaClients clients) {
        Set<String> positions = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer()) {
            AssignedPartitions.assignFromBeginning(consumer, List.of(PARTITION));
            new RecordPollTask("failed-records", consumer, record -> {
                        if (isFailureOf(service, record)) {
                            positions.add(header(record, DeadLetterFactory.FROM));
                        }
                    })
                    .readToEnd();
        }
        return positions;
    }

    private static boolean isFailureOf(String service, ConsumerRecord<byte[], byte[]> record) {
        return header(record, DeadLetterFactory.SERVICE).equals(service)
                && DeadLetterKind.ofWireName(header(record, DeadLetterFactory.KIND))
                        .filter(kind -> kind != DeadLetterKind.UNLISTED)
                        .isPresent();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return InboundRecord.text(record.headers().lastHeader(name));
    }
}
