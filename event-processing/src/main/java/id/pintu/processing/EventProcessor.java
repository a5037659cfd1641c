package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.MalformedMessageException;
import id.pintu.events.TopicNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Spring Cloud Stream function that processes each batch of the ledger (and of the service's command topic): load
 * snapshots, decide, save snapshots, return the emitted events.
 *
 * <p>The binder sends what is returned in the Kafka transaction that also commits the consumer offset. So either all
 * events emitted for a batch are in the ledger, or the batch is delivered again and {@link ComplaintSnapshot} emits the
 * same events. A record that cannot be parsed, or whose decider throws, goes to {@code complaints.dead}; only outages
 * leave this class as exceptions, which the binder retries without limit and in order.
 *
 * @param <S> the decider's state
 */
public final class EventProcessor<S> implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(EventProcessor.class);

    private final String service;
    private final ComplaintDecider<S> decider;
    private final SnapshotStore<S> snapshots;
    private final InstantSource clock;
    private final @Nullable CommandHandler<S> commandHandler;
    private final BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords;
    private final Consumer<Map<ComplaintId, S>> afterSaveListener;

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

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        List<InboundRecord> records = InboundRecord.fromBatch(batch, this::isRelevant);
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = loadSnapshots(records);
        Set<ComplaintSnapshot<S>> changed = new LinkedHashSet<>();
        List<Message<byte[]>> outgoing = new ArrayList<>();
        Instant now = clock.instant();
        for (InboundRecord record : records) {
            try {
                ComplaintSnapshot<S> snapshot = loaded.computeIfAbsent(
                        record.complaintId(), id -> ComplaintSnapshot.initial(id, decider.initial()));
                List<ComplaintEvent> emitted = handle(snapshot, record, now);
                changed.add(snapshot);
                for (ComplaintEvent event : emitted) {
                    outgoing.add(OutboundRecord.event(event).message(service, record.traceparent()));
                    derivedRecords
                            .apply(snapshot.state, event)
                            .forEach(derived -> outgoing.add(derived.message(service, record.traceparent())));
                }
            } catch (MalformedMessageException e) {
                outgoing.add(toDeadLetters(record, "malformed", String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // The message of an unforeseen exception may quote the report, so only its class is published.
                outgoing.add(toDeadLetters(record, "undecidable", e.getClass().getName()));
                log.error("undecidable {} at {}: {} at {}", record.type(), record.position(), e.getClass(), origin(e));
            }
        }
        snapshots.save(changed);
        notifyListener(changed);
        return outgoing;
    }

    /**
     * Folds records into the snapshots without emitting anything: own events all, events of others only before the
     * committed offset of their partition.
     */
    void rebuild(List<InboundRecord> records, long committedOffset) {
        List<InboundRecord> relevant = records.stream()
                .filter(this::isRelevant)
                .filter(record -> record.isEmittedBy(service) || record.offset() < committedOffset)
                .toList();
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = loadSnapshots(relevant);
        Set<ComplaintSnapshot<S>> changed = new LinkedHashSet<>();
        for (InboundRecord record : relevant) {
            try {
                ComplaintSnapshot<S> snapshot = loaded.computeIfAbsent(
                        record.complaintId(), id -> ComplaintSnapshot.initial(id, decider.initial()));
                ComplaintEvent event = EventJsonCodec.read(record.value());
                record.requireComplaint(event.complaintId());
                if (record.isEmittedBy(service)) {
                    snapshot.foldOwnEvent(decider, event);
                } else {
                    snapshot.fold(decider, event);
                }
                changed.add(snapshot);
            } catch (RuntimeException e) {
                log.warn("skipped during the rebuild: {} at {}: {}", record.type(), record.position(), e.getClass());
            }
        }
        snapshots.save(changed);
        notifyListener(changed);
    }

    private void notifyListener(Set<ComplaintSnapshot<S>> changed) {
        Map<ComplaintId, S> states = new LinkedHashMap<>();
        changed.forEach(snapshot -> states.put(snapshot.id, snapshot.state));
        afterSaveListener.accept(states);
    }

    String service() {
        return service;
    }

    SnapshotStore<S> snapshots() {
        return snapshots;
    }

    private List<ComplaintEvent> handle(ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now) {
        if (commandHandler != null && record.topic().equals(TopicNames.commandTopic(service))) {
            CommandHandler<S> handler = commandHandler;
            ComplaintCommand command = handler.read(record.value());
            record.requireComplaint(command.complaintId());
            return snapshot.handle(
                    decider, command, record.position(), (state, pending) -> handler.decide(state, pending, now));
        }
        ComplaintEvent event = EventJsonCodec.read(record.value());
        record.requireComplaint(event.complaintId());
        if (record.isEmittedBy(service)) {
            snapshot.foldOwnEvent(decider, event);
            return List.of();
        }
        return snapshot.handle(decider, event, record.position(), now);
    }

    /** Commands, own events, event types that the decider consumes, and records without a type header. */
    private boolean isRelevant(InboundRecord record) {
        if (!record.topic().equals(TopicNames.COMPLAINTS) || record.isEmittedBy(service)) {
            return true;
        }
        Class<? extends ComplaintEvent> known = EventJsonCodec.types().get(record.type());
        return record.type().isEmpty() || (known != null && decider.consumes(known));
    }

    private Map<ComplaintId, ComplaintSnapshot<S>> loadSnapshots(List<InboundRecord> records) {
        Set<ComplaintId> ids = records.stream()
                .map(InboundRecord::key)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new HashMap<>(snapshots.load(ids));
    }

    private Message<byte[]> toDeadLetters(InboundRecord record, String kind, String reason) {
        log.warn("to the dead letters: {} at {}: {}", record.type(), record.position(), reason);
        return OutboundRecord.deadLetter(record, kind, reason).message(service, record.traceparent());
    }

    private static Object origin(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0];
    }

    /** Codec and decider of commands, with the command type erased. */
    private interface CommandHandler<S> {
        ComplaintCommand read(byte[] bytes);

        CommandDecider.CommandDecision decide(S state, ComplaintCommand command, Instant now);
    }
}
