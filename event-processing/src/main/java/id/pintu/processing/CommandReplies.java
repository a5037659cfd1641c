package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Replies to the requests that sent a command: its outcome is handed over in this process, or sent over the topic
 * {@code <service>.replies} to the instance that waits for it. A reply that is lost costs time only, for the request looks into
 * the snapshots too.
 */
final class CommandReplies {

    private final String service;
    private final String instance;
    private final Consumer<ProducerRecord<byte[], byte[]>> sender;
    private final PendingCommands pending = new PendingCommands();

    /**
     * @param instance name of this instance, unique among those of the service
     * @param sender sends a reply, and does not wait until it is sent
     */
    CommandReplies(String service, String instance, Consumer<ProducerRecord<byte[], byte[]>> sender) {
        this.service = service;
        this.instance = instance;
        this.sender = sender;
    }

    /** Replies to nobody. */
    static CommandReplies none() {
        return new CommandReplies("", "", reply -> {});
    }

    /** Expects the reply to a command that is about to be sent. */
    PendingCommands.PendingCommand expect(UUID command) {
        return pending.expect(command);
    }

    /** Whether a request waits for the reply to a command. */
    boolean isExpected(UUID command) {
        return pending.isExpected(command);
    }

    /** Says to the command's sender what was decided. */
    void reply(InboundRecord command, UUID id, CommandOutcome outcome) {
        if (command.replyTo().isEmpty() || command.replyTo().equals(instance)) {
            pending.complete(id, outcome);
            return;
        }
        ProducerRecord<byte[], byte[]> reply = new ProducerRecord<>(
                TopicNames.replyTopic(service),
                id.toString().getBytes(StandardCharsets.UTF_8),
                WireJsonMapper.MAPPER.writeValueAsBytes(outcome));
        reply.headers().add(OutboundRecord.CE_REPLY_TO, command.replyTo().getBytes(StandardCharsets.UTF_8));
        sender.accept(reply);
    }

    /** Takes a record of the topic of replies, which has those to other instances too. */
    void receive(ConsumerRecord<byte[], byte[]> reply) {
        if (InboundRecord.text(reply.headers().lastHeader(OutboundRecord.CE_REPLY_TO))
                .equals(instance)) {
            pending.complete(
                    UUID.fromString(new String(reply.key(), StandardCharsets.UTF_8)),
                    WireJsonMapper.MAPPER.readValue(reply.value(), CommandOutcome.class));
        }
    }
}
