package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import id.pintu.processing.ComplaintRecordHandler.CommandHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable CommandHandler<S> commandHandler;
    private final BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords;
    private final Consumer<Map<ComplaintId, S>> afterSaveListener;
    private final ComplaintRecordHandler<S> handler;
    private volatile int maxRecordBytes = OutboundRecord.DEFAULT_MAX_BYTES;

    private EventProcessor(
            String service,
            ComplaintDecider<S> decider,
            SnapshotStore<S> snapshots,
            InstantSource clock,
            @Nullable CommandHandler<S> commandHandler,
            BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords,
            Consumer<Map<ComplaintId, S>> afterSaveListener) {
        this.service = service;
        this.decider = decider;
        this.snapshots = snapshots;
        this.clock = clock;
        this.commandHandler = commandHandler;
        this.derivedRecords = derivedRecords;
        this.afterSaveListener = afterSaveListener;
        this.handler = new ComplaintRecordHandler<>(service, decider, commandHandler, derivedRecords);
    }

    /**
     * Processor of the ledger's events.
     *
     * @param service short name such as {@code routing}; also the CloudEvents source of what it emits
     */
    public static <S> EventProcessor<S> of(
            String service, ComplaintDecider<S> decider, SnapshotStore<S> snapshots, InstantSource clock) {
        return new EventProcessor<>(
                service, decider, snapshots, clock, null, (state, event) -> List.of(), changed -> {});
    }

    /** Copy that also processes commands, from the topic {@code <service>.commands}. */
    public <C extends ComplaintCommand> EventProcessor<S> withCommands(
            CommandCodec<C> codec, CommandDecider<S, C> commandDecider) {
        CommandHandler<S> handler = new CommandHandler<>() {
            @Override
            public ComplaintCommand read(byte[] bytes) {
                return codec.read(bytes);
            }

            @Override
            public CommandDecider.CommandDecision decide(S state, ComplaintCommand command, Instant now) {
                return commandDecider.decide(state, codec.type().cast(command), now);
            }
        };
        return new EventProcessor<>(service, decider, snapshots, clock, handler, derivedRecords, afterSaveListener);
    }

    /** Copy that derives records for other topics from each emitted event and the state after it, in the same transaction. */
    public EventProcessor<S> withDerivedRecords(BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords) {
        return new EventProcessor<>(
                service, decider, snapshots, clock, commandHandler, derivedRecords, afterSaveListener);
    }

    /**
     * Copy that passes the states of the changed complaints to a listener after each save, for views and other work beside
     * the ledger. The batch may still be delivered again, so the listener must be idempotent.
     */
    public EventProcessor<S> withAfterSaveListener(Consumer<Map<ComplaintId, S>> afterSaveListener) {
        return new EventProcessor<>(
                service, decider, snapshots, clock, commandHandler, derivedRecords, afterSaveListener);
    }

    /** Takes the size of the largest record that the broker takes, in bytes; what would emit a larger one is a dead letter. */
    void limitRecords(int bytes) {
        maxRecordBytes = bytes;
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        Instant now = clock.instant();
        return run(
                InboundRecord.fromBatch(batch, this::isRelevant),
                (snapshot, record) -> handler.handle(snapshot, record, now, maxRecordBytes));
    }

    /**
     * Folds records into the snapshots without emitting anything: own events all, events of others only before the
     * committed offset of their partition. A record that fails is skipped: it was a dead letter when it was processed.
     */
    void rebuild(List<InboundRecord> records, long committedOffset) {
        List<InboundRecord> relevant = records.stream()
                .filter(this::isRelevant)
                .filter(record -> record.isEmittedBy(service) || record.offset() < committedOffset)
                .toList();
        run(relevant, (snapshot, record) -> {
            handler.fold(snapshot, record);
            return List.of();
        });
    }

    private List<Message<byte[]>> run(List<InboundRecord> records, BatchRun.SingleRecordStep<S> step) {
        return new BatchRun<>(service, snapshots, decider.initial(), afterSaveListener, step).run(records);
    }

    String service() {
        return service;
    }

    SnapshotStore<S> snapshots() {
        return snapshots;
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
