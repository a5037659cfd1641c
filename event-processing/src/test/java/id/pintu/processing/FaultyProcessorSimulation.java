package id.pintu.processing;

import com.mongodb.client.MongoCollection;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.messaging.Message;

/** Simulation of one event processor with ledger, command topic and store, in which any batch may fail. */
final class FaultyProcessorSimulation {

    /** How the processing of a batch ends. */
    enum BatchFate {
        COMMITTED,
        /** The snapshots are saved, the Kafka transaction is aborted. */
        ABORTED,
        /** Neither the snapshots nor the transaction survive. */
        LOST
    }

    private final List<ConsumerRecord<byte[], byte[]>> ledger = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> commands = new ArrayList<>();
    private final MongoCollection<Document> store;
    private final SnapshotStore<SampleDecider.SampleState> snapshots;
    private final EventProcessor<SampleDecider.SampleState> processor;
    private final CommandCodec<SampleDecider.AddNote> codec = new CommandCodec<>(SampleDecider.AddNote.class);
    private int ledgerOffset;
    private int commandOffset;
    private int ticks;

    FaultyProcessorSimulation(EmbeddedMongo store) {
        this.store = store.database().getCollection("snapshots");
        this.store.drop();
        this.snapshots = new SnapshotStore<>(store.database(), SampleDecider.SampleState.class);
        SampleDecider decider = new SampleDecider();
        this.processor = EventProcessor.of(SampleDecider.SERVICE, decider, snapshots, this::tick)
                .withCommands(codec, decider);
    }

    void replied(ComplaintId id, String text) {
        ledger.add(TestRecords.at(ledger.size(), OutboundRecord.event(SampleEvents.reply(id, text)), "intake"));
    }

    void withdrawn(ComplaintId id) {
        ledger.add(TestRecords.at(ledger.size(), OutboundRecord.event(SampleEvents.withdrawal(id)), "intake"));
    }

    void noteRequested(ComplaintId id, String text) {
        SampleDecider.AddNote note = SampleEvents.note(id, text);
        OutboundRecord outbound = OutboundRecord.of(
                "toy.commands", id, codec.wireName(note), note.id(), SampleEvents.NOW, codec.write(note));
        commands.add(TestRecords.at(commands.size(), outbound, SampleDecider.SERVICE));
    }

    void processBatch(int events, int commandCount, BatchFate fate) {
        int newLedgerOffset = Math.min(ledger.size(), ledgerOffset + events);
        int newCommandOffset = Math.min(commands.size(), commandOffset + commandCount);
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(ledger.subList(ledgerOffset, newLedgerOffset));
        batch.addAll(commands.subList(commandOffset, newCommandOffset));
        List<Document> before = fate == BatchFate.LOST ? store.find().into(new ArrayList<>()) : List.of();
        List<Message<byte[]>> emitted = processor.apply(TestRecords.batch(batch));
        switch (fate) {
            case COMMITTED -> {
                emitted.forEach(message -> ledger.add(TestRecords.at(ledger.size(), message)));
                ledgerOffset = newLedgerOffset;
                commandOffset = newCommandOffset;
            }
            case ABORTED -> {}
            case LOST -> {
                processor.clearCache();
                store.drop();
                if (!before.isEmpty()) {
                    store.insertMany(before);
                }
            }
        }
    }

    void processRemaining() {
        while (ledgerOffset < ledger.size() || commandOffset < commands.size()) {
            processBatch(5, 5, BatchFate.COMMITTED);
        }
    }

    /** Restart of the process, whose snapshots are kept. */
    void restart() {
        processor.clearCache();
    }

    void rebuild() {
        processor.drop();
        processor.rebuild(ledger.stream().map(InboundRecord::of).toList(), ledgerOffset, Set.of());
    }

    Map<ComplaintId, SampleDecider.SampleState> liveStates() {
        Map<ComplaintId, SampleDecider.SampleState> states = new HashMap<>();
        snapshots.forEach(states::put);
        return states;
    }

    /** States after a rebuild; a complaint without a snapshot counts as one in the initial state. */
    Map<ComplaintId, SampleDecider.SampleState> rebuiltStates() {
        Map<ComplaintId, SampleDecider.SampleState> states = new HashMap<>();
        liveStates().keySet().forEach(id -> states.put(id, new SampleDecider().initial()));
        rebuild();
        states.putAll(liveStates());
        return states;
    }

    List<UUID> ownIds() {
        return ledger.stream()
                .map(InboundRecord::of)
                .filter(record -> record.isEmittedBy(SampleDecider.SERVICE))
                .map(record -> EventJsonCodec.read(record.value()).id())
                .toList();
    }

    /** Causes: the distinct replies. */
    List<UUID> replies() {
        return events().filter(ComplaintReplied.class::isInstance)
                .map(ComplaintEvent::id)
                .distinct()
                .toList();
    }

    /** Causes of the answers. */
    List<UUID> answers() {
        return events().filter(FollowUpPosted.class::isInstance)
                .map(ComplaintEvent::cause)
                .toList();
    }

    private Stream<ComplaintEvent> events() {
        return ledger.stream().map(record -> EventJsonCodec.read(record.value()));
    }

    private Instant tick() {
        return SampleEvents.NOW.plusSeconds(ticks++);
    }
}
