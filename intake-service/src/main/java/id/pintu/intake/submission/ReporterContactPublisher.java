package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.EmailConfirmation;
import id.pintu.events.ReporterContact;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publisher of contacts to the compacted topic {@code reporters}, the only place where they are kept. */
public final class ReporterContactPublisher {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final CommandGateway<ReporterCommand> gateway;
    private final CommandSender sender;
    private final InstantSource clock;

    public ReporterContactPublisher(
            CommandGateway<ReporterCommand> gateway, CommandSender sender, InstantSource clock) {
        this.gateway = gateway;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Replaces the contact of a complaint.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void publish(ComplaintId id, ReporterContact contact) {
        byte[] json = WireJsonMapper.MAPPER.writeValueAsBytes(contact);
        UUID record = UUID.nameUUIDFromBytes(("reporter/" + id.value()).getBytes(StandardCharsets.UTF_8));
        gateway.send(OutboundRecord.of(TopicNames.REPORTERS, id, "reporter", record, clock.instant(), json));
    }

    /**
     * Confirms the e-mail address of a complaint.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void publish(ComplaintId id, EmailConfirmation confirmation) {
        String key = id.value() + EmailConfirmation.KEY_SUFFIX;
        UUID record = UUID.nameUUIDFromBytes(("reporter/" + key).getBytes(StandardCharsets.UTF_8));
        gateway.send(OutboundRecord.of(
                TopicNames.REPORTERS,
                key,
                "email-confirmation",
                record,
                clock.instant(),
                WireJsonMapper.MAPPER.writeValueAsBytes(confirmation)));
    }

    /**
     * Erases the contact of a complaint, by tombstones.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void erase(ComplaintId id) {
        await(sender.send(tombstone(id.value())));
        await(sender.send(tombstone(id.value() + EmailConfirmation.KEY_SUFFIX)));
    }

    @SuppressWarnings("NullAway") // null is Kafka's tombstone
    private static ProducerRecord<byte[], byte[]> tombstone(String key) {
        return new ProducerRecord<>(TopicNames.REPORTERS, key.getBytes(StandardCharsets.UTF_8), null);
    }

    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            throw ProblemException.tryLater(
                    "The request cannot be stored at this moment, so it was not accepted.", RETRY_AFTER_SECONDS);
        }
    }
}
