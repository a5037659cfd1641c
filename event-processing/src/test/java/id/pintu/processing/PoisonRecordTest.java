package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.complaint;
import static id.pintu.processing.SampleEvents.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;

/** A failure that belongs to one record ends in the dead letters with that record; the rest of its batch is processed. */
class PoisonRecordTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final ComplaintId POISON = complaint(1);
    private static final ComplaintId OTHER = complaint(2);
    private static final SampleDecider.SampleState ONE_REPLY = new SampleDecider.SampleState(1, 1, 0, false);

    private final SampleDecider decider = new SampleDecider();
    private final SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(STORE.database(), SampleDecider.SampleState.class);
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();

    @BeforeEach
    void empty() {
        STORE.database().drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void aSnapshotThatGrowsTooLargeStopsOnlyTheRecordsThatMakeItSo() {
        SnapshotStore<SampleDecider.SampleState> small =
                new SnapshotStore<>(STORE.database(), SampleDecider.SampleState.class, 4_000);
        for (int i = 0; i < 30; i++) {
            deliver(reply(POISON, "reply " + i));
        }
        deliver(reply(OTHER, "still broken"));

        List<Message<byte[]>> messages =
                EventProcessor.of("toy", decider, small, () -> NOW).apply(TestRecords.batch(batch));

        int saved = small.find(POISON).orElseThrow().replies();
        assertThat(saved).isPositive().isLessThan(30);
        assertThat(kinds(messages)).hasSize(30 - saved).containsOnly("unsaved");
        assertThat(eventsOf(messages, POISON)).isEqualTo(saved);
        assertThat(eventsOf(messages, OTHER)).isOne();
        assertThat(small.find(OTHER)).contains(ONE_REPLY);
    }

    @Test
    void aStoredSnapshotThatCannotBeReadStopsOnlyItsComplaint() {
        deliver(reply(POISON, "first"));
        processor().apply(TestRecords.batch(batch));
        STORE.database()
                .getCollection("snapshots")
                .updateOne(Filters.eq(POISON.value()), Updates.set("snapshot.content", new Binary(new byte[] {1})));
        batch.clear();
        deliver(reply(POISON, "second"));
        deliver(reply(OTHER, "still broken"));

        List<Message<byte[]>> messages = processor().apply(TestRecords.batch(batch));
        assertThat(kinds(messages)).containsExactly("unsaved");
        assertThat(eventsOf(messages, POISON)).isZero();
        assertThat(snapshots.find(OTHER)).contains(ONE_REPLY);
    }

    @Test
    void aListenerThatFailsOnOneComplaintGetsTheOthers() {
        List<ComplaintId> listed = new ArrayList<>();
        EventProcessor<SampleDecider.SampleState> processor = processor()
                .withAfterSaveListener(states -> states.forEach((id, state) -> {
                    if (id.equals(POISON)) {
                        throw new IllegalStateException("cannot list it");
                    }
                    listed.add(id);
                }));
        deliver(reply(POISON, "first"));
        deliver(reply(OTHER, "still broken"));

        List<Message<byte[]>> messages = processor.apply(TestRecords.batch(batch));
        assertThat(kinds(messages)).containsExactly("unlisted");
        assertThat(listed).contains(OTHER);
        // Saved means emitted: otherwise the ledger would not know what the snapshot knows.
        assertThat(eventsOf(messages, POISON)).isOne();
    }

    @Test
    void aListenerThatMeetsAnOutageRollsTheBatchBack() {
        Consumer<Map<ComplaintId, SampleDecider.SampleState>> unreachable = states -> {
            throw new MongoTimeoutException("no server");
        };
        deliver(reply(POISON, "first"));

        assertThatThrownBy(() -> processor().withAfterSaveListener(unreachable).apply(TestRecords.batch(batch)))
                .isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void aDerivedRecordThatFailsLeavesNothingOfItsCause() {
        leavesNothingOfThePoison("undecidable", (state, event) -> {
            throw new IllegalArgumentException("cannot derive from " + event);
        });
    }

    @Test
    void anOutgoingRecordLargerThanTheBrokerTakesLeavesNothingOfItsCause() {
        leavesNothingOfThePoison(
                "oversized",
                (state, event) -> List.of(OutboundRecord.derived("feed", "copy", event, new byte[1_048_576])));
    }

    @Test
    void endlessRecursionLeavesNothingOfItsCause() {
        leavesNothingOfThePoison("undecidable", (state, event) -> {
            throw new StackOverflowError();
        });
    }

    @Test
    void aDeadLetterIsNeverTooLarge() {
        byte[] garbage = "x".repeat(2_000_000).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>("complaints", garbage, garbage);
        sent.headers().add("ce_type", ("id.pintu." + "y".repeat(900_000)).getBytes(UTF_8));
        sent.headers().add("traceparent", garbage);
        sent.headers().add("ce_source", "/pintu/toy".getBytes(UTF_8));
        batch.add(TestRecords.at(0, sent));
        deliver(reply(OTHER, "still broken"));

        List<Message<byte[]>> messages = processor().apply(TestRecords.batch(batch));
        assertThat(kinds(messages)).containsExactly("malformed");
        int headers = messages.getFirst().getHeaders().values().stream()
                .mapToInt(value -> value instanceof byte[] bytes ? bytes.length : 0)
                .sum();
        assertThat(messages.getFirst().getPayload().length + headers).isLessThan(300_000);
        assertThat(header(messages.getFirst(), "dead_length")).isEqualTo("2000000");
        assertThat(snapshots.find(OTHER)).contains(ONE_REPLY);
    }

    private void leavesNothingOfThePoison(
            String kind, BiFunction<SampleDecider.SampleState, ComplaintEvent, List<OutboundRecord>> derived) {
        ComplaintEvent first = reply(POISON, "first");
        EventProcessor<SampleDecider.SampleState> processor = processor()
                .withDerivedRecords(
                        (state, event) -> event.cause().equals(first.id()) ? derived.apply(state, event) : List.of());
        deliver(first);
        deliver(reply(POISON, "second"));
        deliver(reply(OTHER, "still broken"));

        List<Message<byte[]>> messages = processor.apply(TestRecords.batch(batch));
        assertThat(kinds(messages)).containsExactly(kind);
        assertThat(eventsOf(messages, POISON)).isOne();
        assertThat(snapshots.find(POISON)).contains(ONE_REPLY);
        assertThat(snapshots.find(OTHER)).contains(ONE_REPLY);
    }

    private EventProcessor<SampleDecider.SampleState> processor() {
        return EventProcessor.of("toy", decider, snapshots, () -> NOW);
    }

    private void deliver(ComplaintEvent event) {
        batch.add(TestRecords.at(batch.size(), OutboundRecord.event(event), "intake"));
    }

    private static List<String> kinds(List<Message<byte[]>> messages) {
        return messages.stream()
                .filter(message -> TestRecords.topic(message).equals(TopicNames.DEAD_LETTERS))
                .map(message -> header(message, "dead_kind"))
                .toList();
    }

    private static long eventsOf(List<Message<byte[]>> messages, ComplaintId id) {
        return messages.stream()
                .filter(message -> TestRecords.topic(message).equals(TopicNames.COMPLAINTS))
                .filter(message -> header(message, "ce_subject").equals(id.value()))
                .count();
    }

    private static String header(Message<byte[]> message, String name) {
        return new String(message.getHeaders().get(name, byte[].class), UTF_8);
    }
}
