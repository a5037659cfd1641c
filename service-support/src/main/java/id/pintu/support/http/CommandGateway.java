package id.pintu.support.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandOutcome;
import id.pintu.processing.CommandSender;
import id.pintu.processing.ComplaintCommand;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The way from an HTTP edge into a service's line of commands, and the answer back. While the broker does not answer,
 * callers are told so at once instead of each waiting for the same time-out.
 *
 * @param <C> the service's sealed type of commands
 */
public final class CommandGateway<C extends ComplaintCommand> {

    /** The header by which a client marks a request as the same as an earlier one. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** In characters. */
    public static final int MAX_KEY_LENGTH = 255;

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final CommandSender sender;
    private final CommandCodec<C> codec;
    private final SnapshotStore<?> snapshots;
    private final InstantSource clock;
    private final Duration timeout;
    private final CircuitBreaker circuitBreaker = CircuitBreaker.of(
            "broker",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build());

    public CommandGateway(
            CommandSender sender, CommandCodec<C> codec, SnapshotStore<?> snapshots, InstantSource clock) {
        this(sender, codec, snapshots, clock, DEFAULT_TIMEOUT);
    }

    CommandGateway(
            CommandSender sender,
            CommandCodec<C> codec,
            SnapshotStore<?> snapshots,
            InstantSource clock,
            Duration timeout) {
        this.sender = sender;
        this.codec = codec;
        this.snapshots = snapshots;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** The number a person typed; 400 when it is none. */
    public static ComplaintId complaintId(String rawId) {
        try {
            return ComplaintId.parse(rawId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("id", String.valueOf(e.getMessage()));
        }
    }

    /** What makes this request the same as an earlier one, from the header {@code Idempotency-Key}; random without it. */
    public static String idempotencyKey(HttpServletRequest request) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw ProblemException.ofField(IDEMPOTENCY_KEY, "has 1 to " + MAX_KEY_LENGTH + " characters");
        }
        return key;
    }

    /**
     * Puts a command in line; when this returns it is safe and will have its turn.
     *
     * @throws ProblemException 503 when the broker does not take it
     */
    public void send(C command, Optional<String> traceparent) {
        throughCircuitBreaker(() -> sender.send(codec, command, clock.instant(), traceparent));
    }

    /**
     * Puts many in line; none of them waits for another.
     *
     * @throws ProblemException 503 when the broker does not take all of them
     */
    public void sendAll(List<? extends C> all, Optional<String> traceparent) {
        throughCircuitBreaker(() -> CompletableFuture.allOf(all.stream()
                .map(each -> sender.send(codec, each, clock.instant(), traceparent))
                .toArray(CompletableFuture[]::new)));
    }

    /**
     * Writes a record for which being written twice is harmless.
     *
     * @throws ProblemException 503 when the broker does not take it
     */
    public void send(OutboundRecord record) {
        throughCircuitBreaker(() -> sender.send(record, Optional.empty()));
    }

    /** A command, made for this complaint under this identity. */
    public interface CommandFactory<C> {
        C create(UUID command, ComplaintId complaint);
    }

    /**
     * Puts the command of a request in line and waits for its turn: 204 when it is done, 202 when its turn has not come
     * within five seconds. A request repeated with its {@code Idempotency-Key} is the same command.
     *
     * @param rawId the number as it stands in the address
     * @throws ProblemException 400 when that is no number, 404 for an unknown complaint, 409 when it cannot be done now, 503 when the broker does not take it
     */
    public ResponseEntity<Void> sendAndAwait(
            String rawId, HttpServletRequest request, CommandFactory<? extends C> factory) {
        ComplaintId id = complaintId(rawId);
        String identity = id + " " + request.getRequestURI() + " " + idempotencyKey(request);
        C command = factory.create(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)), id);
        send(command, TraceparentHeader.current());
        Optional<CommandOutcome> outcome = awaitOutcome(command);
        if (outcome.isEmpty()) {
            return ResponseEntity.accepted().build();
        }
        if (outcome.get().done()) {
            return ResponseEntity.noContent().build();
        }
        HttpStatus status = outcome.get().refusal().startsWith("unknown-") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        throw ProblemException.of(status, outcome.get().refusal(), outcome.get().detail());
    }

    private Optional<CommandOutcome> awaitOutcome(C command) {
        try {
            return sender.awaitOutcome(snapshots, command.complaintId(), command.id(), timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void throughCircuitBreaker(Supplier<CompletableFuture<Void>> send) {
        try {
            circuitBreaker.executeRunnable(() -> send.get().join());
        } catch (CallNotPermittedException | CompletionException e) {
            throw ProblemException.tryLater(
                    "It cannot be kept safe at this moment, so it was not accepted.", RETRY_AFTER_SECONDS);
        }
    }
}
