package id.pintu.house.ledger;

import com.mongodb.client.MongoCollection;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.messaging.Message;

/** One service, its ledger, its commands, its store, and everything that can go wrong between them. */
final class World {

    /** How a batch ends. */
    enum Fate {
        COMMITTED,
        /** The store has it, the transaction was rolled back. */
        ABORTED,
        /** Nobody has it. */
        LOST
    }

    private final List<ConsumerRecord<byte[], byte[]>> ledger = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> commands = new ArrayList<>();
    private final MongoCollection<Document> store;
    private final Casebook<Toy.Known> casebook;
    private final Clerk<Toy.Known> clerk;
    private final CommandJson<Toy.Note> json = new CommandJson<>(Toy.Note.class);
    private int answered;
    private int taken;
    private int ticks;

    World(Store store) {
        this.store = store.database().getCollection("casebook");
        this.store.drop();
        this.casebook = new Casebook<>(store.database(), Toy.Known.class);
        Toy toy = new Toy();
        this.clerk = Clerk.of(Toy.SERVICE, toy, casebook, this::tick).taking(json, toy);
    }

    void replied(ComplaintId id, String text) {
        ledger.add(Records.at(ledger.size(), Saying.event(Samples.reply(id, text)), "intake"));
    }

    void withdrawn(ComplaintId id) {
        ledger.add(Records.at(ledger.size(), Saying.event(Samples.withdrawal(id)), "intake"));
    }

    void asked(ComplaintId id, String text) {
        Toy.Note note = Samples.note(id, text);
        Saying saying = Saying.of("toy.commands", id, json.wireName(note), note.id(), Samples.NOW, json.write(note));
        commands.add(Records.at(commands.size(), saying, Toy.SERVICE));
    }

    void hear(int events, int asked, Fate fate) {
        int heardTo = Math.min(ledger.size(), answered + events);
        int takenTo = Math.min(commands.size(), taken + asked);
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(ledger.subList(answered, heardTo));
        batch.addAll(commands.subList(taken, takenTo));
        List<Document> before = fate == Fate.LOST ? store.find().into(new ArrayList<>()) : List.of();
        List<Message<byte[]>> words = clerk.apply(Records.batch(batch));
        switch (fate) {
            case COMMITTED -> {
                words.forEach(word -> ledger.add(Records.at(ledger.size(), word)));
                answered = heardTo;
                taken = takenTo;
            }
            case ABORTED -> {}
            case LOST -> {
                store.drop();
                if (!before.isEmpty()) {
                    store.insertMany(before);
                }
            }
        }
    }

    void hearTheRest() {
        while (answered < ledger.size() || taken < commands.size()) {
            hear(5, 5, Fate.COMMITTED);
        }
    }

    void restore() {
        casebook.drop();
        clerk.restore(ledger.stream().map(Heard::of).toList(), answered);
    }

    Map<ComplaintId, Toy.Known> live() {
        Map<ComplaintId, Toy.Known> known = new HashMap<>();
        casebook.forEach(known::put);
        return known;
    }

    /** What is known after a restore; one who was never heard of is as good as one of whom nothing was kept. */
    Map<ComplaintId, Toy.Known> restored() {
        Map<ComplaintId, Toy.Known> known = new HashMap<>();
        live().keySet().forEach(id -> known.put(id, new Toy().initial()));
        restore();
        known.putAll(live());
        return known;
    }

    List<UUID> ownIds() {
        return ledger.stream()
                .map(Heard::of)
                .filter(heard -> heard.saidBy(Toy.SERVICE))
                .map(heard -> EventJson.read(heard.value()).id())
                .toList();
    }

    /** The replies there were. */
    List<UUID> replies() {
        return events().filter(ComplaintReplied.class::isInstance)
                .map(ComplaintEvent::id)
                .distinct()
                .toList();
    }

    /** The replies that were answered. */
    List<UUID> answers() {
        return events().filter(FollowUpPosted.class::isInstance)
                .map(ComplaintEvent::cause)
                .toList();
    }

    private Stream<ComplaintEvent> events() {
        return ledger.stream().map(record -> EventJson.read(record.value()));
    }

    private Instant tick() {
        return Samples.NOW.plusSeconds(ticks++);
    }
}
