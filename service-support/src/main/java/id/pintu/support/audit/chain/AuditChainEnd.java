package id.pintu.support.audit.chain;

import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.audit.record.AuditChain;
import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.audit.record.AuditRecord;
import id.pintu.support.audit.record.SealedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reader of the end of the chain: its last genuine record. What others wrote behind it is passed over, and found by verification. */
final class AuditChainEnd {

    private static final Logger log = LoggerFactory.getLogger(AuditChainEnd.class);
    private static final long FIRST_WINDOW = 100;

    private AuditChainEnd() {}

    /**
     * The chain after its last genuine record.
     *
     * @throws IllegalStateException when the topic has records, and none is confirmed by the secrets
     */
    static AuditChain read(KafkaClients clients, TopicPartition partition, AuditHashes hashes) {
        try (KafkaConsumer<byte[], byte[]> consumer = AuditRecordCodec.consumer(clients)) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long window = FIRST_WINDOW;
            boolean found = false;
            for (long from = end; from > beginning; window *= 10) {
                from = Math.max(beginning, end - window);
                EndWindow read = new EndWindow(hashes);
                consumer.seek(partition, from);
                while (!AssignedPartitions.hasReached(consumer, Map.of(partition, end))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(read::take);
                }
                if (read.last.isPresent()) {
                    read.warnOfOthers(partition);
                    return read.last.get();
                }
                found |= read.others > 0;
            }
            if (found) {
                throw new IllegalStateException(
                        "no record of " + partition + " is confirmed by the secret of the purpose AUDIT");
            }
            return AuditChain.empty(hashes);
        }
    }

    private static final class EndWindow {

        private final AuditHashes hashes;
        private Optional<AuditChain> last = Optional.empty();
        private long highest;
        private int others;

        EndWindow(AuditHashes hashes) {
            this.hashes = hashes;
        }

        private void take(ConsumerRecord<byte[], byte[]> record) {
            SealedRecord sealed = AuditRecordCodec.decode(record);
            Optional<AuditRecord> genuine = AuditRecord.parse(sealed.content())
                    .filter(any ->
                            hashes.secretOf(sealed.content(), sealed.hash()).isPresent());
            if (genuine.isEmpty()) {
                others++;
            } else if (genuine.get().sequence() > highest) { // not a copy of an earlier one
                highest = genuine.get().sequence();
                last = Optional.of(AuditChain.after(genuine.get(), sealed.hash(), hashes));
            }
        }

        private void warnOfOthers(TopicPartition partition) {
            if (others > 0) {
                log.error("{} records at the end of {} were not written by the chain", others, partition);
            }
        }
    }
}
