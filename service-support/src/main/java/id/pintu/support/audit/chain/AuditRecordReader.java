package id.pintu.support.audit.chain;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.audit.record.AuditRecord;
import id.pintu.support.audit.record.SealedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reader of the chain into the {@link AuditRecordStore}, from where it ended before. Records that the chain did not write are left out. */
final class AuditRecordReader implements ConsumerLoopLifecycle {

    private static final TopicPartition CHAIN = new TopicPartition(AuditTopics.CHAIN, 0);

    private final AuditRecordStore store;
    private final AuditHashes hashes;
    private final ConsumerLoop loop;

    AuditRecordReader(KafkaClients clients, AuditRecordStore store, AuditHashes hashes) {
        this.store = store;
        this.hashes = hashes;
        KafkaConsumer<byte[], byte[]> consumer = AuditRecordCodec.consumer(clients);
        this.loop = new ConsumerLoop(
                "audit-records",
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask("audit-records", consumer, this::take),
                () -> {
                    consumer.assign(List.of(CHAIN));
                    consumer.seek(CHAIN, store.lastOffset() + 1);
                });
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        SealedRecord sealed = AuditRecordCodec.decode(record);
        if (hashes.secretOf(sealed.content(), sealed.hash()).isPresent()) {
            AuditRecord.parse(sealed.content())
                    .ifPresent(content ->
                            store.put(content, new String(sealed.content(), StandardCharsets.UTF_8), record.offset()));
        }
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }
}
