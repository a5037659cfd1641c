package id.pintu.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.ReporterContact;
import id.pintu.events.TopicNames;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.keys.InstallationSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class ReporterContactConsumerTest {

    private static final ComplaintEventFixture SITI = ComplaintEventFixture.of("siti");
    private static final ComplaintEventFixture BUDI = ComplaintEventFixture.of("budi");

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final List<NotificationEvent> published = new ArrayList<>();
    private final ManualDeliveryOutbox outbox = new ManualDeliveryOutbox(mongo.database());
    private static final EmailConfirmationCodes CODES =
            new EmailConfirmationCodes(InstallationSecrets.of("a secret of thirty-two characters"));
    private final List<ComplaintId> changed = new ArrayList<>();
    private final ReporterContactRepository contacts = new ReporterContactRepository(mongo.database(), CODES);
    private final ReporterContactConsumer consumer = new ReporterContactConsumer(
            contacts,
            new ManualDeliveryService(
                    outbox,
                    new DeliveryRecorder(
                            new DeliveryLeaseStore(mongo.database(), Duration.ofMinutes(2), InstantSource.system()),
                            published::add,
                            InstantSource.fixed(ComplaintEventFixture.START)),
                    (message, reason) -> false),
            changed::add);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void storesTheLatestContactOfEachComplaint() {
        consumer.apply(batch(
                List.of(SITI.id().value(), BUDI.id().value(), SITI.id().value()),
                List.of(
                        json("{\"email\": \"old@example.id\"}"),
                        json("{\"phone\": \"+62811\", \"since\": \"unknown field\"}"),
                        json("{\"name\": \"Siti\", \"email\": \"siti@example.id\"}"))));
        assertThat(contacts.find(SITI.id()))
                .contains(new ReporterContact(Optional.of("Siti"), Optional.of("siti@example.id"), Optional.empty()));
        assertThat(contacts.find(BUDI.id()))
                .contains(new ReporterContact(Optional.empty(), Optional.empty(), Optional.of("+62811")));
    }

    @Test
    void findsNoContactOfAnUnknownComplaint() {
        assertThat(contacts.find(SITI.id())).isEmpty();
    }

    @Test
    void anUnreadableRecordIsADeadLetterWithoutItsContent() {
        List<Message<byte[]>> deadLetters = consumer.apply(batch(
                List.of(
                        "not an id",
                        BUDI.id().value(),
                        BUDI.id().value(),
                        SITI.id().value()),
                List.of(json("{}"), json("Budi, 0811"), json("null"), json("{\"email\": \"siti@example.id\"}"))));

        assertThat(contacts.find(BUDI.id())).isEmpty();
        assertThat(contacts.find(SITI.id())).isPresent();
        assertThat(deadLetters).hasSize(3).allSatisfy(deadLetter -> {
            assertThat(deadLetter.getPayload()).isEmpty();
            assertThat(deadLetter.getHeaders().get(KafkaHeaders.TOPIC)).isEqualTo(TopicNames.DEAD_LETTERS);
            deadLetter.getHeaders().forEach((name, value) -> {
                if (value instanceof byte[] bytes) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Budi,", "0811");
                }
            });
        });
        assertThat(new String(deadLetters.get(1).getHeaders().get("dead_from", byte[].class), StandardCharsets.UTF_8))
                .isEqualTo("reporters-0@1");
    }

    @Test
    void aConfirmationIsOfOneAddress() {
        String proof = CODES.proofIn(CODES.codeFor(SITI.id(), "siti@example.id"), SITI.id())
                .orElseThrow();
        byte[] first = json("{\"email\": \"siti@example.id\", \"emailConfirmed\": false}");
        consumer.apply(batch(List.of(SITI.id().value()), List.of(first)));
        assertThat(contacts.find(SITI.id()).flatMap(ReporterContact::emailConfirmed))
                .contains(false);

        consumer.apply(batch(List.of(SITI.id() + "/email"), List.of(json("{\"proof\": \"" + proof + "\"}"))));
        assertThat(contacts.find(SITI.id()).flatMap(ReporterContact::emailConfirmed))
                .contains(true);
        assertThat(changed).as("stored, then confirmed").containsExactly(SITI.id(), SITI.id());

        byte[] other = json("{\"email\": \"other@example.id\", \"emailConfirmed\": false}");
        consumer.apply(batch(List.of(SITI.id().value()), List.of(other)));
        assertThat(contacts.find(SITI.id()).flatMap(ReporterContact::emailConfirmed))
                .contains(false);

        consumer.apply(batch(List.of(SITI.id().value()), List.of(first)));
        consumer.apply(batch(List.of(SITI.id() + "/email"), List.of(KafkaNull.INSTANCE)));
        assertThat(contacts.find(SITI.id()).flatMap(ReporterContact::emailConfirmed))
                .contains(false);
    }

    @Test
    void aTombstoneErasesTheContactAndAbandonsItsMessages() {
        UUID about = UUID.nameUUIDFromBytes(new byte[] {7});
        consumer.apply(batch(List.of(SITI.id().value()), List.of(json("{\"phone\": \"+62811\"}"))));
        outbox.put(new ManualDeliveryOutbox.ManualDeliveryMessage(
                about,
                SITI.id(),
                ContactChannel.SMS,
                Optional.empty(),
                "+62811",
                "Laporan …",
                ComplaintEventFixture.START));

        consumer.apply(batch(List.of(SITI.id().value()), List.of(KafkaNull.INSTANCE)));

        assertThat(contacts.find(SITI.id())).contains(ReporterContact.NONE);
        assertThat(outbox.findByComplaint(SITI.id())).isEmpty();
        assertThat(published)
                .containsExactly(new NotificationAbandoned(
                        EventMetadata.of(SITI.id(), about, NotificationAbandoned.class, ComplaintEventFixture.START),
                        about,
                        ContactChannel.SMS,
                        "no-address"));
    }

    private static byte[] json(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** A batch as the binder delivers it: a tombstone is a KafkaNull in a list declared to hold byte arrays. */
    @SuppressWarnings("unchecked")
    private static Message<List<byte[]>> batch(List<String> keys, List<?> values) {
        return MessageBuilder.withPayload((List<byte[]>) values)
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        keys.stream().map(ReporterContactConsumerTest::json).toList())
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, Collections.nCopies(keys.size(), TopicNames.REPORTERS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, Collections.nCopies(keys.size(), 0))
                .setHeader(
                        KafkaHeaders.OFFSET,
                        LongStream.range(0, keys.size()).boxed().toList())
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, Collections.nCopies(keys.size(), Map.of()))
                .build();
    }
}
