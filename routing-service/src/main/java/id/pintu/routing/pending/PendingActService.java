package id.pintu.routing.pending;

import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Service of the acts that wait: stores, undoes and executes them. An act is stored before its sender hears of it, so it is
 * executed although the process is killed; a command sent twice is done once, so it does not matter who executes it, nor how
 * often. Instances other than the one that undid an act hear of it through the topic: they execute a moment later.
 */
public final class PendingActService {

    private static final Logger log = LoggerFactory.getLogger(PendingActService.class);

    /** After its time, so that what another instance has undone is known here. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    private final PendingActIndex index;
    private final CommandSender sender;
    private final InstantSource clock;

    public PendingActService(PendingActIndex index, CommandSender sender, InstantSource clock) {
        this.index = index;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Stores an act.
     *
     * @return completes when the broker has it
     */
    public CompletableFuture<Void> store(PendingAct act) {
        OutboundRecord record = OutboundRecord.of(
                PendingActIndex.TOPIC,
                act.command().toString(),
                "pending-act",
                act.command(),
                clock.instant(),
                WireJsonMapper.MAPPER.writeValueAsBytes(act));
        return sender.send(record, Optional.empty()).thenRun(() -> index.add(act));
    }

    /**
     * Undoes an act, unless it is executed already or its time has come.
     *
     * @return completes with whether it was undone, when the broker has that
     */
    public CompletableFuture<Boolean> undo(UUID command) {
        Instant now = clock.instant();
        Optional<PendingAct> undone = index.find(command)
                .filter(act -> now.isBefore(act.executesAt()))
                .flatMap(act -> index.take(command));
        return undone.map(act -> end(act).thenApply(nothing -> true).whenComplete((done, failure) -> {
                    if (failure != null) {
                        index.putBack(act);
                    }
                }))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /** Sends the commands of all acts whose time has come; what fails waits for the next call. */
    public void executeDue() {
        for (PendingAct due : index.due(clock.instant().minus(MARGIN))) {
            index.take(due.command()).ifPresent(this::execute);
        }
    }

    private void execute(PendingAct act) {
        try {
            sender.send(act.toCommandRecord(TopicNames.commandTopic(PendingAct.SERVICE)), Optional.empty())
                    .join();
            end(act).join();
        } catch (CompletionException e) {
            index.putBack(act);
            log.warn(
                    "an act that waited could not be sent: {}",
                    e.getCause() == null ? "" : e.getCause().getClass());
        }
    }

    private CompletableFuture<Void> end(PendingAct act) {
        return sender.send(tombstone(act.command().toString()));
    }

    @SuppressWarnings("NullAway") // null is Kafka's tombstone
    private static ProducerRecord<byte[], byte[]> tombstone(String key) {
        return new ProducerRecord<>(PendingActIndex.TOPIC, key.getBytes(StandardCharsets.UTF_8), null);
    }
}
