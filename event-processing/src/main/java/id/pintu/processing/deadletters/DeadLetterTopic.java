package id.pintu.processing.deadletters;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.DeadLetterFactory;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.processing.topics.UnreadableRecord;
import id.pintu.processing.topics.UnreadableRecordIndex;
import id.pintu.processing.topics.UnreadableRecordSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * In-memory index of the topic {@code complaints.dead}, without the records' values: which dead letters there are, and which
 * of them are open. Its start returns when the topic is read to its end.
 */
public final class DeadLetterTopic implements ConsumerLoopLifecycle, UnreadableRecordSource {

    static final TopicPartition PARTITION = new TopicPartition(TopicNames.DEAD_LETTERS, 0);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final UnreadableRecordIndex records = new UnreadableRecordIndex(this::read);
    private final ConsumerLoop loop;
    private final Map<String, DeadLetter> letters = new LinkedHashMap<>();
    private long readOffset;

    /**
     * @param clients factory of the Kafka clients
     */
    public DeadLetterTopic(KafkaClients clients) {
        this.consumer = clients.readCommittedConsumer();
        RecordPollTask task = new RecordPollTask("dead-letters", consumer, records, this::publishPosition);
        this.loop = new ConsumerLoop("dead-letters", StartupPhases.COMPACTED_TOPICS, task, () -> {
            AssignedPartitions.assignFromBeginning(consumer, List.of(PARTITION));
            task.readToEnd();
        });
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    @Override
    public List<UnreadableRecord> unreadableRecords() {
        return records.unreadableRecords();
    }

    public synchronized Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    /** The dead letters that are open, or those that are closed, in the order in which they failed. */
    public synchronized List<DeadLetter> list(boolean open, long afterPosition, int limit) {
        return letters.values().stream()
                .filter(letter -> letter.isOpen() == open && letter.position() > afterPosition)
                .limit(limit)
                .toList();
    }

    public synchronized long openCount() {
        return letters.values().stream().filter(DeadLetter::isOpen).count();
    }

    /** Number of open dead letters, by the wire name of their kind. */
    public synchronized Map<String, Long> openByKind() {
        return letters.values().stream()
                .filter(DeadLetter::isOpen)
                .collect(Collectors.groupingBy(letter -> letter.kind().wireName(), Collectors.counting()));
    }

    /** The open dead letters of each complaint; those without a complaint are left out. */
    public synchronized Map<ComplaintId, List<DeadLetter>> openByComplaint() {
        return letters.values().stream()
                .filter(letter -> letter.isOpen() && letter.complaint().isPresent())
                .collect(Collectors.groupingBy(letter -> letter.complaint().orElseThrow()));
    }

    /**
     * Waits until every record before this offset is read.
     *
     * @return false when the timeout elapsed first
     */
    synchronized boolean awaitRead(long offset, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); readOffset < offset && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return readOffset >= offset;
    }

    /** Releases the consumer of a topic that was never started. */
    void close() {
        consumer.close();
    }

    synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        String type = DeadLetter.typeOf(record);
        if (type.equals(DeadLetterFactory.RECORD_TYPE)) {
            DeadLetter letter = DeadLetter.of(record);
            letters.merge(letter.id(), letter, DeadLetter::plus);
        } else if (type.equals(DeadLetterClosure.RECORD_TYPE)) {
            DeadLetterClosure closure = WireJsonMapper.MAPPER.readValue(record.value(), DeadLetterClosure.class);
            letters.computeIfPresent(
                    new String(record.key(), StandardCharsets.UTF_8), (id, letter) -> letter.closed(closure));
        }
    }

    private synchronized void publishPosition() {
        readOffset = consumer.position(PARTITION);
        notifyAll();
    }
}
