package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.POTHOLE;
import static id.pintu.processing.SampleEvents.complaint;
import static id.pintu.processing.SampleEvents.note;
import static id.pintu.processing.SampleEvents.reply;
import static id.pintu.processing.SampleEvents.withdrawal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.TopicNames;
import id.pintu.processing.SampleDecider.AddNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** From consumed bytes to emitted bytes, with an embedded store. */
class EventProcessorTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final SampleDecider decider = new SampleDecider();
    private final CommandCodec<SampleDecider.AddNote> codec = new CommandCodec<>(SampleDecider.AddNote.class);
    private final SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(STORE.database(), SampleDecider.SampleState.class);
    private final EventProcessor<SampleDecider.SampleState> processor = EventProcessor.of(
                    SampleDecider.SERVICE, decider, snapshots, () -> NOW)
            .withCommands(codec, decider)
            .withRefusalRecords(refused -> List.of(refusalRecord(refused)));
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();

    @BeforeEach
    void empty() {
        snapshots.drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void emitsStrictJsonWithCloudEventsHeaders() {
        ComplaintEvent reply = reply(POTHOLE, "still broken");
        deliver(reply);

        Message<byte[]> message = only(apply());
        String id = "7f6f42c2-b5af-31ba-9c08-3cf0efc1e6cd";
        assertThat(body(message)).isEqualTo("""
                        {"type":"follow-up-posted","version":1,"id":"%s","complaintId":"%s",\
                        "at":"2026-03-02T03:04:05Z","cause":"%s","institution":"X","text":"noted"}""".formatted(id, POTHOLE, reply.id()));
        Map<String, String> expected = new TreeMap<>();
        expected.put(KafkaHeaders.TOPIC, "complaints");
        expected.put(KafkaHeaders.KEY, POTHOLE.value());
        expected.put("ce_specversion", "1.0");
        expected.put("ce_id", id);
        expected.put("ce_source", "/pintu/toy");
        expected.put("ce_type", "id.pintu.follow-up-posted");
        expected.put("ce_subject", POTHOLE.value());
        expected.put("ce_time", "2026-03-02T03:04:05Z");
        expected.put("ce_causationid", reply.id().toString());
        expected.put("ce_folded", "true");
        expected.put("content-type", "application/json");
        assertThat(headers(message)).isEqualTo(expected);
    }

    @Test
    void copiesTheTraceparentOfTheCausingRecord() {
        deliver(OutboundRecord.event(reply(POTHOLE, "still broken")).record("intake", Optional.of(TRACEPARENT)));

        assertThat(headers(only(apply()))).containsEntry("traceparent", TRACEPARENT);
    }

    @Test
    void processesCommandsAndStoresTheirOutcomes() {
        deliverCommand(note(POTHOLE, "unit 1"));

        assertThat(apply())
                .extracting(message -> headers(message).get("ce_type"))
                .containsExactly("id.pintu.complaint-verified", "id.pintu.unit-assigned");
        assertThat(snapshots.commandOutcome(POTHOLE, note(POTHOLE, "unit 1").id()))
                .hasValueSatisfying(outcome -> assertThat(outcome.done()).isTrue());
    }

    @Test
    void aRebuildKnowsWhatTheCommandsSaid() {
        SampleDecider.AddNote note = note(POTHOLE, "unit 1");
        deliverCommand(note);
        List<ConsumerRecord<byte[], byte[]>> ledger =
                apply().stream().map(message -> TestRecords.at(0, message)).toList();
        snapshots.drop();
        processor.rebuild(ledger.stream().map(InboundRecord::of).toList(), 0, Set.of());

        assertThat(snapshots.commandOutcome(POTHOLE, note.id()))
                .contains(CommandOutcome.accepted(codec.fingerprint(note)));
    }

    @Test
    void skipsTheEventsThatItFoldedWhenItEmittedThem() {
        deliver(reply(POTHOLE, "still broken"));
        ConsumerRecord<byte[], byte[]> own = TestRecords.at(1, only(apply()));
        long version = version();
        batch.clear();
        batch.add(own);

        assertThat(processor.isProcessed(own)).isFalse();
        assertThat(apply()).isEmpty();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void readsItsEventsThatAnotherThreadEmitted() {
        ComplaintEvent timed = withdrawal(POTHOLE);
        ConsumerRecord<byte[], byte[]> own = TestRecords.at(0, OutboundRecord.event(timed), SampleDecider.SERVICE);
        batch.add(own);

        assertThat(processor.isProcessed(own)).isTrue();
        apply();
        assertThat(snapshots.find(POTHOLE).orElseThrow().withdrawn()).isTrue();
    }

    @Test
    void emitsTheSameEventsUntilABatchBeginsAfterTheirCause() {
        deliver(reply(POTHOLE, "still broken"));
        Message<byte[]> first = only(apply());
        assertThat(body(only(apply()))).as("the transaction was aborted").isEqualTo(body(first));

        ConsumerRecord<byte[], byte[]> cause = batch.removeFirst();
        batch.add(TestRecords.at(1, OutboundRecord.event(reply(POTHOLE, "and dark")), "intake"));
        apply();
        batch.clear();
        batch.add(cause);
        assertThat(apply()).as("its transaction is committed").isEmpty();
    }

    @Test
    void processesWithoutLoadingWhatItSavedLast() {
        deliver(reply(POTHOLE, "still broken"));
        apply();
        snapshots.drop();
        batch.clear();
        batch.add(TestRecords.at(1, OutboundRecord.event(reply(POTHOLE, "and dark")), "intake"));
        apply();
        assertThat(snapshots.find(POTHOLE).orElseThrow().replies()).isEqualTo(2);

        processor.clearCache();
        snapshots.drop();
        batch.clear();
        batch.add(TestRecords.at(2, OutboundRecord.event(reply(POTHOLE, "and wet")), "intake"));
        apply();
        assertThat(snapshots.find(POTHOLE).orElseThrow().replies()).isOne();
    }

    private long version() {
        return snapshots.load(Set.of(POTHOLE)).values().iterator().next().version;
    }

    @Test
    void aRecordSeesTheStateAfterTheRecordsBeforeItInTheBatch() {
        deliver(withdrawal(POTHOLE));
        deliverCommand(note(POTHOLE, "late"));

        assertThat(apply()).isEmpty();
        assertThat(snapshots.commandOutcome(POTHOLE, note(POTHOLE, "late").id()))
                .map(CommandOutcome::refusal)
                .contains("withdrawn");
    }

    @Test
    void deadLettersAMalformedRecordWithAReasonThatQuotesNothing() {
        deliver(reply(complaint(1), "first"));
        deliverRaw(complaint(2), "complaint-replied", "{\"type\":\"complaint-replied\",\"text\":\"Siti, 0812-333\"}");
        deliver(reply(complaint(3), "third"));

        List<Message<byte[]>> messages = apply();
        assertThat(messages)
                .extracting(TestRecords::topic)
                .containsExactly("complaints", TopicNames.DEAD_LETTERS, "complaints");
        assertThat(headers(messages.get(1)))
                .containsEntry("dead_from", "complaints-0@1")
                .containsEntry("dead_kind", "malformed")
                .containsEntry("ce_type", "id.pintu.dead-letter")
                .hasEntrySatisfying("dead_reason", reason -> assertThat(reason).contains("field"));
        assertThat(headers(messages.get(1)).toString()).doesNotContain("Siti", "0812");
        assertThat(snapshots.find(complaint(2))).isEmpty();
        assertThat(snapshots.find(complaint(3))).contains(new SampleDecider.SampleState(1, 1, 0, false));
    }

    @Test
    void deadLettersInvalidJsonEmptyRecordsAndInvalidKeys() {
        deliverRaw(POTHOLE, "complaint-replied", "Siti says hello");
        deliver(new ProducerRecord<>("complaints", bytes(POTHOLE.value()), null));
        deliver(new ProducerRecord<>("complaints", bytes("Siti"), bytes("{}")));
        deliver(new ProducerRecord<>("complaints", null, bytes("{}")));
        batch.add(at("toy.commands", POTHOLE, bytes("{\"type\":\"obey\"}")));

        List<Message<byte[]>> messages = apply();
        assertThat(messages).hasSize(5).allSatisfy(deadLetter -> {
            assertThat(TestRecords.topic(deadLetter)).isEqualTo(TopicNames.DEAD_LETTERS);
            assertThat(headers(deadLetter)).containsEntry("dead_kind", "malformed");
            assertThat(headers(deadLetter).get("dead_reason")).isNotBlank().doesNotContain("Siti", "obey");
        });
    }

    @Test
    void deadLettersARecordWhoseKeyIsAnotherComplaint() {
        ComplaintEvent stray = reply(complaint(2), "stray");
        deliver(OutboundRecord.event(stray).record("intake", Optional.empty()), bytes(POTHOLE.value()));
        batch.add(at("toy.commands", POTHOLE, codec.write(note(complaint(2), "stray"))));

        assertThat(apply())
                .extracting(TestRecords::topic)
                .containsExactly(TopicNames.DEAD_LETTERS, TopicNames.DEAD_LETTERS);
        assertThat(snapshots.find(POTHOLE)).isEmpty();
        assertThat(snapshots.find(complaint(2))).isEmpty();
    }

    @Test
    void deadLettersWhatTheDeciderFailsOnAndAgainWhenTheBatchIsRedelivered() {
        deliver(reply(POTHOLE, "first"));
        deliver(reply(POTHOLE, SampleDecider.FAILS_IN_EVOLVE));

        for (int delivery = 0; delivery < 2; delivery++) {
            List<Message<byte[]>> messages = apply();
            assertThat(messages).extracting(TestRecords::topic).containsExactly("complaints", TopicNames.DEAD_LETTERS);
            assertThat(headers(messages.getLast()))
                    .containsEntry("dead_kind", "undecidable")
                    .containsEntry("dead_reason", "java.lang.IllegalStateException");
            assertThat(snapshots.find(POTHOLE)).contains(new SampleDecider.SampleState(1, 1, 0, false));
        }
    }

    @Test
    void skipsEventTypesThatTheDeciderDoesNotConsume() {
        deliver(new ComplaintVerified(
                EventMetadata.of(POTHOLE, note(POTHOLE, "x").id(), ComplaintVerified.class, NOW), "X"));
        deliverRaw(POTHOLE, "complaint-verified", "not even JSON");

        assertThat(apply()).isEmpty();
        assertThat(snapshots.find(POTHOLE)).isEmpty();
    }

    @Test
    void ignoresAnUnknownEventType() {
        String unknown = """
                {"type":"complaint-sung","version":1,"id":"%1$s","complaintId":"%2$s","at":"2026-01-01T00:00:00Z",\
                "cause":"%1$s","song":"la"}""".formatted(note(POTHOLE, "x").id(), POTHOLE);
        deliverRaw(POTHOLE, "complaint-sung", unknown);
        deliver(new ProducerRecord<>("complaints", bytes(POTHOLE.value()), bytes(unknown)));

        assertThat(apply()).isEmpty();
        assertThat(snapshots.find(POTHOLE)).contains(decider.initial());
    }

    @Test
    void emitsDerivedRecordsOfTheConsumedEventAndWithEachEmittedOne() {
        EventProcessor<SampleDecider.SampleState> withDerived = processor.withDerivedRecords((state, event) ->
                List.of(OutboundRecord.derived("feed", "copy", event, bytes("{\"replies\":" + state.replies() + "}"))));
        deliver(reply(POTHOLE, "still broken"));

        List<Message<byte[]>> messages = withDerived.apply(TestRecords.batch(batch));
        assertThat(messages).extracting(TestRecords::topic).containsExactly("feed", "complaints", "feed");
        assertThat(body(messages.getLast())).isEqualTo("{\"replies\":1}");
        assertThat(headers(messages.getLast()))
                .containsEntry("ce_id", headers(messages.get(1)).get("ce_id"))
                .containsEntry("ce_type", "id.pintu.copy");
        assertThat(headers(messages.getFirst()))
                .containsEntry("ce_type", "id.pintu.copy")
                .doesNotContainEntry("ce_id", headers(messages.get(1)).get("ce_id"));
    }

    @Test
    void passesTheNewStatesToTheListenerAfterTheSave() {
        Map<ComplaintId, SampleDecider.SampleState> notified = new LinkedHashMap<>();
        EventProcessor<SampleDecider.SampleState> withListener =
                processor.withAfterSaveListener(states -> states.forEach((id, state) -> {
                    assertThat(snapshots.find(id)).contains(state);
                    notified.put(id, state);
                }));
        deliver(reply(complaint(1), "first"));
        deliver(withdrawal(complaint(2)));
        withListener.apply(TestRecords.batch(batch));

        assertThat(notified)
                .containsEntry(complaint(1), new SampleDecider.SampleState(1, 1, 0, false))
                .containsEntry(complaint(2), new SampleDecider.SampleState(0, 0, 0, true));
    }

    @Test
    void rebuildsOthersEventsUpToTheCommittedOffsetAndOwnEventsToTheEnd() {
        deliver(reply(POTHOLE, "answered"));
        deliver(reply(POTHOLE, "not answered yet"));
        batch.add(TestRecords.at(2, only(processor.apply(TestRecords.batch(batch.subList(0, 1))))));
        snapshots.drop();
        processor.rebuild(batch.stream().map(InboundRecord::of).toList(), 1, Set.of());

        assertThat(snapshots.find(POTHOLE)).contains(new SampleDecider.SampleState(1, 1, 0, false));
        batch.removeFirst();
        assertThat(apply()).hasSize(1);
    }

    /** The transaction with it may be aborted, and a record that is read twice is the same action. */
    @Test
    void theRefusalOfACommandThatCameAsARecordIsARecordOnce() {
        AddNote never = note(POTHOLE, "never");
        deliverAction(never, "a-1");
        deliverAction(note(POTHOLE, "noted"), "a-2");
        deliverCommand(note(POTHOLE, "unknown"));
        List<String> refusals = refusals(apply());

        assertThat(refusals).containsExactly("a-1 never");
        assertThat(refusals(apply())).containsExactly("a-1 never");

        batch.clear();
        batch.add(actionAt(7, never, "a-1"));
        assertThat(refusals(apply())).isEmpty();

        batch.clear();
        batch.add(actionAt(8, new AddNote(never.id(), POTHOLE, "something else"), "a-1"));
        assertThat(refusals(apply())).containsExactly("a-1 id-reused");
    }

    private List<String> refusals(List<Message<byte[]>> messages) {
        return messages.stream()
                .filter(message -> TestRecords.topic(message).equals("refusals"))
                .map(EventProcessorTest::body)
                .toList();
    }

    private static OutboundRecord refusalRecord(RefusedAction refused) {
        return OutboundRecord.of(
                "refusals",
                refused.command().complaintId(),
                "refused",
                refused.command().id(),
                refused.at(),
                bytes(refused.actionId() + " " + refused.refusal().refusal()));
    }

    private void deliverAction(AddNote note, String actionId) {
        batch.add(actionAt(batch.size(), note, actionId));
    }

    private ConsumerRecord<byte[], byte[]> actionAt(long offset, AddNote note, String actionId) {
        return TestRecords.at(
                offset,
                OutboundRecord.command("toy", codec, note, NOW)
                        .withActionId(actionId)
                        .record("toy", Optional.empty()));
    }

    private void deliver(ComplaintEvent event) {
        deliver(OutboundRecord.event(event).record("intake", Optional.empty()));
    }

    private void deliver(ProducerRecord<byte[], byte[]> record) {
        batch.add(TestRecords.at(batch.size(), record));
    }

    private void deliver(ProducerRecord<byte[], byte[]> record, byte[] key) {
        deliver(new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()));
    }

    private void deliverRaw(ComplaintId id, String type, String body) {
        deliver(OutboundRecord.of("complaints", id, type, note(id, "x").id(), NOW, bytes(body))
                .record("intake", Optional.empty()));
    }

    private void deliverCommand(SampleDecider.AddNote note) {
        batch.add(at("toy.commands", note.complaintId(), codec.write(note)));
    }

    private ConsumerRecord<byte[], byte[]> at(String topic, ComplaintId key, byte[] body) {
        return TestRecords.at(batch.size(), new ProducerRecord<>(topic, bytes(key.value()), body));
    }

    private List<Message<byte[]>> apply() {
        return processor.apply(TestRecords.batch(batch));
    }

    private static Message<byte[]> only(List<Message<byte[]>> messages) {
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static String body(Message<byte[]> message) {
        return new String(message.getPayload(), UTF_8);
    }

    private static Map<String, String> headers(Message<byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (!name.equals("id") && !name.equals("timestamp")) {
                headers.put(name, value instanceof byte[] bytes ? new String(bytes, UTF_8) : value.toString());
            }
        });
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
