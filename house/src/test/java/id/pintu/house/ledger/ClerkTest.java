package id.pintu.house.ledger;

import static id.pintu.house.ledger.Samples.NOW;
import static id.pintu.house.ledger.Samples.POTHOLE;
import static id.pintu.house.ledger.Samples.complaint;
import static id.pintu.house.ledger.Samples.note;
import static id.pintu.house.ledger.Samples.reply;
import static id.pintu.house.ledger.Samples.withdrawal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.Stamp;
import id.pintu.events.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Bytes in, bytes out. */
class ClerkTest {

    private static final Store STORE = new Store();
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Toy toy = new Toy();
    private final CommandJson<Toy.Note> json = new CommandJson<>(Toy.Note.class);
    private final Casebook<Toy.Known> casebook = new Casebook<>(STORE.database(), Toy.Known.class);
    private final Clerk<Toy.Known> clerk =
            Clerk.of(Toy.SERVICE, toy, casebook, () -> NOW).taking(json, toy);
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();

    @BeforeEach
    void empty() {
        casebook.drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void saysItsAnswerInStrictJsonUnderTheHeadersOfCloudEvents() {
        ComplaintEvent reply = reply(POTHOLE, "still broken");
        hears(reply);

        Message<byte[]> said = only(apply());
        String id = "7f6f42c2-b5af-31ba-9c08-3cf0efc1e6cd";
        assertThat(body(said)).isEqualTo("""
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
        expected.put("content-type", "application/json");
        assertThat(headers(said)).isEqualTo(expected);
    }

    @Test
    void carriesTheTraceOn() {
        hears(Saying.event(reply(POTHOLE, "still broken")).record("intake", Optional.of(TRACEPARENT)));

        assertThat(headers(only(apply()))).containsEntry("traceparent", TRACEPARENT);
    }

    @Test
    void takesCommandsAndKeepsHowTheyEnded() {
        asked(note(POTHOLE, "unit 1"));

        assertThat(apply())
                .extracting(said -> headers(said).get("ce_type"))
                .containsExactly("id.pintu.complaint-verified", "id.pintu.unit-assigned");
        assertThat(casebook.outcome(POTHOLE, note(POTHOLE, "unit 1").id())).contains(new CommandOutcome("", ""));
    }

    @Test
    void whatOneRecordTellsIsKnownToTheNextOfTheBatch() {
        hears(withdrawal(POTHOLE));
        asked(note(POTHOLE, "late"));

        assertThat(apply()).isEmpty();
        assertThat(casebook.outcome(POTHOLE, note(POTHOLE, "late").id()))
                .contains(new CommandOutcome("withdrawn", "It was withdrawn."));
    }

    @Test
    void buriesAMalformedRecordWithItsCauseAndWithoutAWordOfIt() {
        hears(reply(complaint(1), "first"));
        hearsRaw(complaint(2), "complaint-replied", "{\"type\":\"complaint-replied\",\"text\":\"Siti, 0812-333\"}");
        hears(reply(complaint(3), "third"));

        List<Message<byte[]>> said = apply();
        assertThat(said).extracting(Records::topic).containsExactly("complaints", Topics.DEAD, "complaints");
        assertThat(headers(said.get(1)))
                .containsEntry("dead_from", "complaints-0@1")
                .containsEntry("dead_kind", "malformed")
                .containsEntry("ce_type", "id.pintu.dead-letter")
                .hasEntrySatisfying("dead_reason", reason -> assertThat(reason).contains("field"));
        assertThat(headers(said.get(1)).toString()).doesNotContain("Siti", "0812");
        assertThat(casebook.find(complaint(2))).isEmpty();
        assertThat(casebook.find(complaint(3))).contains(new Toy.Known(1, 1, 0, false));
    }

    @Test
    void buriesWhatIsNoJsonNoRecordAtAllOrInNobodysLine() {
        hearsRaw(POTHOLE, "complaint-replied", "Siti says hello");
        hears(new ProducerRecord<>("complaints", bytes(POTHOLE.value()), null));
        hears(new ProducerRecord<>("complaints", bytes("Siti"), bytes("{}")));
        hears(new ProducerRecord<>("complaints", null, bytes("{}")));
        batch.add(at("toy.commands", POTHOLE, bytes("{\"type\":\"obey\"}")));

        List<Message<byte[]>> said = apply();
        assertThat(said).hasSize(5).allSatisfy(letter -> {
            assertThat(Records.topic(letter)).isEqualTo(Topics.DEAD);
            assertThat(headers(letter)).containsEntry("dead_kind", "malformed");
            assertThat(headers(letter).get("dead_reason")).isNotBlank().doesNotContain("Siti", "obey");
        });
    }

    @Test
    void buriesAnEventInAnotherComplaintsLine() {
        ComplaintEvent stray = reply(complaint(2), "stray");
        hears(Saying.event(stray).record("intake", Optional.empty()), bytes(POTHOLE.value()));
        batch.add(at("toy.commands", POTHOLE, json.write(note(complaint(2), "stray"))));

        assertThat(apply()).extracting(Records::topic).containsExactly(Topics.DEAD, Topics.DEAD);
        assertThat(casebook.find(POTHOLE)).isEmpty();
        assertThat(casebook.find(complaint(2))).isEmpty();
    }

    @Test
    void buriesWhatCannotBeJudgedAndBuriesItAgainWhenTheBatchComesAgain() {
        hears(reply(POTHOLE, "first"));
        hears(reply(POTHOLE, Toy.UNTHINKABLE));

        for (int delivery = 0; delivery < 2; delivery++) {
            List<Message<byte[]>> said = apply();
            assertThat(said).extracting(Records::topic).containsExactly("complaints", Topics.DEAD);
            assertThat(headers(said.getLast()))
                    .containsEntry("dead_kind", "undecidable")
                    .containsEntry("dead_reason", "java.lang.IllegalStateException");
            assertThat(casebook.find(POTHOLE)).contains(new Toy.Known(1, 1, 0, false));
        }
    }

    @Test
    void passesOverWhatItDoesNotHear() {
        hears(new ComplaintVerified(Stamp.of(POTHOLE, note(POTHOLE, "x").id(), ComplaintVerified.class, NOW), "X"));
        hearsRaw(POTHOLE, "complaint-verified", "not even JSON");

        assertThat(apply()).isEmpty();
        assertThat(casebook.find(POTHOLE)).isEmpty();
    }

    @Test
    void bearsATypeItDoesNotKnow() {
        String unknown = """
                {"type":"complaint-sung","version":1,"id":"%1$s","complaintId":"%2$s","at":"2026-01-01T00:00:00Z",\
                "cause":"%1$s","song":"la"}""".formatted(note(POTHOLE, "x").id(), POTHOLE);
        hearsRaw(POTHOLE, "complaint-sung", unknown);
        hears(new ProducerRecord<>("complaints", bytes(POTHOLE.value()), bytes(unknown)));

        assertThat(apply()).isEmpty();
        assertThat(casebook.find(POTHOLE)).contains(toy.initial());
    }

    @Test
    void copiesWhatItSaysToOtherTopicsInTheSameBreath() {
        Clerk<Toy.Known> copying = clerk.copying((known, said) ->
                List.of(Saying.copy("feed", "copy", said, bytes("{\"replies\":" + known.replies() + "}"))));
        hears(reply(POTHOLE, "still broken"));

        List<Message<byte[]>> said = copying.apply(Records.batch(batch));
        assertThat(said).extracting(Records::topic).containsExactly("complaints", "feed");
        assertThat(body(said.getLast())).isEqualTo("{\"replies\":1}");
        assertThat(headers(said.getLast()))
                .containsEntry("ce_id", headers(said.getFirst()).get("ce_id"))
                .containsEntry("ce_type", "id.pintu.copy");
    }

    @Test
    void tellsWhatItKnowsAfterSavingIt() {
        Map<ComplaintId, Toy.Known> told = new LinkedHashMap<>();
        Clerk<Toy.Known> telling = clerk.telling(states -> states.forEach((id, known) -> {
            assertThat(casebook.find(id)).contains(known);
            told.put(id, known);
        }));
        hears(reply(complaint(1), "first"));
        hears(withdrawal(complaint(2)));
        telling.apply(Records.batch(batch));

        assertThat(told)
                .containsEntry(complaint(1), new Toy.Known(1, 1, 0, false))
                .containsEntry(complaint(2), new Toy.Known(0, 0, 0, true));
    }

    @Test
    void restoresOthersEventsUpToItsPlaceAndItsOwnWordsToTheEnd() {
        hears(reply(POTHOLE, "answered"));
        hears(reply(POTHOLE, "not answered yet"));
        batch.add(Records.at(2, only(clerk.apply(Records.batch(batch.subList(0, 1))))));
        casebook.drop();
        clerk.restore(batch.stream().map(Heard::of).toList(), 1);

        assertThat(casebook.find(POTHOLE)).contains(new Toy.Known(1, 1, 0, false));
        batch.removeFirst();
        assertThat(apply()).hasSize(1);
    }

    private void hears(ComplaintEvent event) {
        hears(Saying.event(event).record("intake", Optional.empty()));
    }

    private void hears(ProducerRecord<byte[], byte[]> record) {
        batch.add(Records.at(batch.size(), record));
    }

    private void hears(ProducerRecord<byte[], byte[]> record, byte[] key) {
        hears(new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()));
    }

    private void hearsRaw(ComplaintId id, String type, String body) {
        hears(Saying.of("complaints", id, type, note(id, "x").id(), NOW, bytes(body))
                .record("intake", Optional.empty()));
    }

    private void asked(Toy.Note note) {
        batch.add(at("toy.commands", note.complaintId(), json.write(note)));
    }

    private ConsumerRecord<byte[], byte[]> at(String topic, ComplaintId key, byte[] body) {
        return Records.at(batch.size(), new ProducerRecord<>(topic, bytes(key.value()), body));
    }

    private List<Message<byte[]>> apply() {
        return clerk.apply(Records.batch(batch));
    }

    private static Message<byte[]> only(List<Message<byte[]>> said) {
        assertThat(said).hasSize(1);
        return said.getFirst();
    }

    private static String body(Message<byte[]> said) {
        return new String(said.getPayload(), UTF_8);
    }

    private static Map<String, String> headers(Message<byte[]> said) {
        Map<String, String> headers = new TreeMap<>();
        said.getHeaders().forEach((name, value) -> {
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
