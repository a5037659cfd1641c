package id.pintu.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ContactChannel;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.Stamp;
import id.pintu.notification.Steps;
import id.pintu.notification.Store;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.courier.Receipts;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.Reporter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class ReporterFeedTest {

    private static final Steps SITI = Steps.of("siti");
    private static final Steps BUDI = Steps.of("budi");

    private final Store store = new Store();
    private final List<NotificationEvent> said = new ArrayList<>();
    private final Outbox outbox = new Outbox(store.database());
    private final Reporters reporters = new Reporters(store.database());
    private final ReporterFeed feed = new ReporterFeed(
            reporters,
            new HandDelivery(
                    outbox,
                    new Receipts(
                            new Claims(store.database(), Duration.ofMinutes(2), InstantSource.system()),
                            said::add,
                            InstantSource.fixed(Steps.START))));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheLastContactOfEach() {
        feed.accept(batch(
                List.of(SITI.id().value(), BUDI.id().value(), SITI.id().value()),
                List.of(
                        json("{\"email\": \"old@example.id\"}"),
                        json("{\"phone\": \"+62811\", \"since\": \"field nobody knows yet\"}"),
                        json("{\"name\": \"Siti\", \"email\": \"siti@example.id\"}"))));
        assertThat(reporters.find(SITI.id()))
                .contains(new Reporter(Optional.of("Siti"), Optional.of("siti@example.id"), Optional.empty()));
        assertThat(reporters.find(BUDI.id()))
                .contains(new Reporter(Optional.empty(), Optional.empty(), Optional.of("+62811")));
    }

    @Test
    void knowsNothingOfAComplaintItNeverHeardOf() {
        assertThat(reporters.find(SITI.id())).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        feed.accept(batch(
                List.of("no number", BUDI.id().value(), SITI.id().value()),
                List.of(json("{}"), json("Budi, 0811"), json("{\"email\": \"siti@example.id\"}"))));
        assertThat(reporters.find(BUDI.id())).isEmpty();
        assertThat(reporters.find(SITI.id())).isPresent();
    }

    @Test
    void aTombstoneErasesTheContactAndWhatWaitsForIt() {
        UUID about = UUID.nameUUIDFromBytes(new byte[] {7});
        feed.accept(batch(List.of(SITI.id().value()), List.of(json("{\"phone\": \"+62811\"}"))));
        outbox.put(new Outbox.Message(about, SITI.id(), ContactChannel.SMS, "+62811", "Laporan …", Steps.START));

        feed.accept(batch(List.of(SITI.id().value()), List.of(KafkaNull.INSTANCE)));

        assertThat(reporters.find(SITI.id())).contains(Reporter.ERASED);
        assertThat(outbox.of(SITI.id())).isEmpty();
        assertThat(said)
                .containsExactly(new NotificationAbandoned(
                        Stamp.of(SITI.id(), about, NotificationAbandoned.class, Steps.START),
                        about,
                        ContactChannel.SMS,
                        "no-address"));
    }

    private static byte[] json(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** As the binder brings it: a tombstone stands in a list that claims to hold bytes only. */
    @SuppressWarnings("unchecked")
    private static Message<List<byte[]>> batch(List<String> keys, List<?> values) {
        return MessageBuilder.withPayload((List<byte[]>) values)
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        keys.stream().map(ReporterFeedTest::json).toList())
                .build();
    }
}
