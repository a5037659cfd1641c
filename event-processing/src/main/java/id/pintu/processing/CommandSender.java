package id.pintu.processing;

import id.pintu.events.EventActor;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Kafka producer of commands and of records outside a transaction. When {@link #send} completes, every in-sync replica has
 * the record, so a command will be processed whatever fails later. A command sent twice has one id and is done once.
 */
public final class CommandSender implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String service;
    private final Producer<byte[], byte[]> producer;
    private final String instance;
    private final CommandReplies replies;

    /**
     * @param instance name of this instance, to which the others send outcomes of its commands
     * @param clients factory of the Kafka clients
     */
    public CommandSender(String service, String instance, KafkaClients clients) {
        this(service, instance, producer(service, clients));
    }

    /** Sender over an existing producer, which {@link #close} closes. */
    @SuppressWarnings("FutureReturnValueIgnored") // a reply that is lost costs time only
    public CommandSender(String service, String instance, Producer<byte[], byte[]> producer) {
        this.service = service;
        this.instance = instance;
        this.producer = producer;
        this.replies = new CommandReplies(service, instance, this::send);
    }

    private static Producer<byte[], byte[]> producer(String service, KafkaClients clients) {
        return clients.producer(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, service + "-commands",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000));
    }

    /**
     * Sends a command of a reporter, or of a service itself.
     *
     * @param traceparent W3C trace context of the request, if it has one
     */
    public <C extends ComplaintCommand> CompletableFuture<Void> send(
            CommandCodec<C> codec, C command, Instant now, Optional<String> traceparent) {
        return send(codec, command, Optional.empty(), OptionalInt.empty(), now, traceparent);
    }

    /**
     * @param actor who sends it; empty for reporters and services
     * @param expectedVersion version of the complaint that the sender saw; the command is refused at any other
     * @param traceparent W3C trace context of the request, if it has one
     */
    public <C extends ComplaintCommand> CompletableFuture<Void> send(
            CommandCodec<C> codec,
            C command,
            Optional<EventActor> actor,
            OptionalInt expectedVersion,
            Instant now,
            Optional<String> traceparent) {
        OutboundRecord record = OutboundRecord.command(service, codec, command, now)
                .withActor(actor)
                .withExpectedVersion(expectedVersion);
        return send(replies.isExpected(command.id()) ? record.withReplyTo(instance) : record, traceparent);
    }

    /** Sends a record outside any transaction: for topics whose readers are idempotent. */
    public CompletableFuture<Void> send(OutboundRecord record, Optional<String> traceparent) {
        return send(record.record(service, traceparent));
    }

    /** As {@link #send(OutboundRecord, Optional)}, for a record that is no event and no command. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback gets every result
    public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /**
     * Sends a command and waits until it is processed: for the reply, or what the processor has saved.
     *
     * @param earlier outcome from before it was sent, which is not waited for
     * @param send sends the command; what it throws is thrown
     * @return its outcome; empty when the timeout elapsed first, after which it will still be processed
     */
    public Optional<CommandOutcome> sendAndAwait(
            SnapshotStore<?> snapshots,
            ComplaintCommand command,
            Optional<CommandOutcome> earlier,
            Duration timeout,
            Runnable send)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        try (PendingCommands.PendingCommand pending = replies.expect(command.id())) {
            send.run();
            Optional<CommandOutcome> outcome = Optional.empty();
            for (long wait = 50;
                    isPending(outcome, earlier) && System.nanoTime() < end;
                    wait = Math.min(400, 2 * wait)) {
                Optional<CommandOutcome> handedOver = pending.await(wait);
                if (handedOver.isPresent()) {
                    return handedOver;
                }
                outcome = snapshots.commandOutcome(command.complaintId(), command.id());
            }
            return isPending(outcome, earlier) ? Optional.empty() : outcome;
        }
    }

    /** Replies to the commands of this sender. */
    CommandReplies replies() {
        return replies;
    }

    private static boolean isPending(Optional<CommandOutcome> outcome, Optional<CommandOutcome> earlier) {
        return outcome.isEmpty() || outcome.equals(earlier);
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
