package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;

/**
 * Spring Cloud Stream function that processes each batch of the ledger (and of the service's command topic): load
 * snapshots, decide, save snapshots, return the emitted events.
 *
 * <p>The binder sends what is returned in the Kafka transaction that also commits the consumer offset. So either all
 * events emitted for a batch are in the ledger, or the batch is delivered again and {@link ComplaintSnapshot} emits the
 * same events. A failure that belongs to a record sends that record to {@code complaints.dead} ({@link DeadLetterKind}); only
 * outages leave this class as exceptions, which the binder retries without limit and in order.
 *
 * @param <S> the decider's state
 */
public final class EventProcessor<S> implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

    private final String service;
    private final ComplaintDecider<S> decider;
    private final SnapshotStore<S> snapshots;
    private final InstantSource clock;
    private final ProcessorOptions<S> options;
    private final ComplaintRecordHandler<S> handler;
    private final SnapshotCache<S> cache = new SnapshotCache<>();
    private volatile CommandReplies replies = CommandReplies.none();
    private volatile int maxRecordBytes = OutboundRecord.DEFAULT_MAX_BYTES;

    private EventProcessor(
            String service,
            ComplaintDecider<S> decider,
            SnapshotStore<S> snapshots,
            InstantSource clock,
            ProcessorOptions<S> options) {
        this.service = service;
        this.decider = decider;
        this.snapshots = snapshots;
        this.clock = clock;
        this.options = options;
        this.handler = new ComplaintRecordHandler<>(service, decider, options);
    }

    /**
     * Processor of the ledger's events.
     *
     * @param service short name such as {@code routing}; also the CloudEvents source of what it emits
     */
    public static <S> EventProcessor<S> of(
            String service, ComplaintDecider<S> decider, SnapshotStore<S> snapshots, InstantSource clock) {
        return new EventProcessor<>(service, decider, snapshots, clock, ProcessorOptions.none());
    }

    /** Copy that also processes commands, from the topic {@code <service>.commands}. */
    public <C extends ComplaintCommand> EventProcessor<S> withCommands(
            CommandCodec<C> codec, CommandDecider<S, C> commandDecider) {
        return with(options.with(CommandHandler.of(codec, commandDecider)));
    }

    /**
     * Copy that derives records for other topics from each event that it emits or that another service emitted, and the state
     * after it, in the same transaction.
     */
    public EventProcessor<S> withDerivedRecords(BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords) {
        return with(options.withDerivedRecords(derivedRecords));
    }

    /**
     * Copy that derives records for other topics from each command that came as a record ({@link OutboundRecord#withActionId}) and
     * was refused, in the same transaction: nobody waits for its outcome.
     */
    public EventProcessor<S> withRefusalRecords(Function<RefusedAction, List<OutboundRecord>> refusalRecords) {
        return with(options.withRefusalRecords(refusalRecords));
    }

    /** Copy that stores documents beside the snapshots, before them: what a snapshot counts is there. */
    public EventProcessor<S> withDocuments(EventDocumentStore<?> store, EventDocumentProjection<S> projection) {
        return with(options.withDocuments(store, projection));
    }

    /**
     * Copy that passes the states of the changed complaints to a listener after each save, for views and other work beside
     * the ledger. The batch may still be delivered again, so the listener must be idempotent.
     */
    public EventProcessor<S> withAfterSaveListener(Consumer<Map<ComplaintId, S>> afterSaveListener) {
        return with(options.withAfterSaveListener(afterSaveListener));
    }

    private EventProcessor<S> with(ProcessorOptions<S> changed) {
        return new EventProcessor<>(service, decider, snapshots, clock, changed);
    }

    /** Takes the size of the largest record that the broker takes, in bytes; what would emit a larger one is a dead letter. */
    void limitRecords(int bytes) {
        maxRecordBytes = bytes;
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        Instant now = clock.instant();
        return run(
                InboundRecord.fromBatch(batch, this::isProcessed),
                (snapshot, record) -> handler.handle(snapshot, record, now, maxRecordBytes));
    }

    /**
     * Folds records into the snapshots without emitting anything: own events all, events of others only before the
     * committed offset of their partition. A record that fails is skipped: it was a dead letter when it was processed.
     *
     * @param failed positions of the records that were, and of which nothing was kept; those of other services are left out
     */
    void rebuild(List<InboundRecord> records, long committedOffset, Set<String> failed) {
        List<InboundRecord> relevant = records.stream()
                .filter(this::isRelevant)
                .filter(record -> record.isEmittedBy(service)
                        || (record.offset() < committedOffset && !failed.contains(record.position())))
                .toList();
        run(relevant, handler::fold);
    }

    private List<Message<byte[]>> run(List<InboundRecord> records, BatchRun.SingleRecordStep<S> step) {
        return new BatchRun<>(service, snapshots, cache, decider.initial(), options, replies, step).run(records);
    }

    /** Takes the way by which the requests that wait for a command hear of its outcome. */
    void replyThrough(CommandReplies commandReplies) {
        replies = commandReplies;
    }

    /** Whether a record is processed, by topic and headers alone. */
    boolean isProcessed(ConsumerRecord<?, ?> record) {
        return isProcessed(InboundRecord.ofHeaders(record));
    }

    private boolean isProcessed(InboundRecord record) {
        return isRelevant(record) && !isFoldedHere(record);
    }

    /** Forgets what other instances may change from now on, or have changed. */
    void clearCache() {
        cache.clear();
    }

    String service() {
        return service;
    }

    /** Drops all that a rebuild writes. */
    void drop() {
        snapshots.drop();
        cache.clear();
        options.documents().drop();
    }

    /** Own events that this service folded when it emitted them. */
    private boolean isFoldedHere(InboundRecord record) {
        return record.folded() && record.isEmittedBy(service) && record.topic().equals(TopicNames.COMPLAINTS);
    }

    /** Commands, own events, event types that the decider consumes, and records without a type header. */
    private boolean isRelevant(InboundRecord record) {
        if (!record.topic().equals(TopicNames.COMPLAINTS) || record.isEmittedBy(service)) {
            return true;
        }
        Class<? extends ComplaintEvent> known = EventJsonCodec.types().get(record.type());
        return record.type().isEmpty() || (known != null && decider.consumes(known));
    }
}
