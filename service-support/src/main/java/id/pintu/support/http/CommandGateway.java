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
 * Gateway from HTTP requests to a service's command topic: sends a command, waits for its outcome, and maps both to HTTP
 * responses. While the broker does not answer, a circuit breaker refuses requests without waiting for the time-out.
 *
 * @param <C> the service's sealed type of commands
 */
public final class CommandGateway<C extends ComplaintCommand> {

    /** Header by which a client marks a request as a repetition of an earlier one. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Longest idempotency key, in characters. */
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

    /** Parses a tracking number as a person typed it; 400 when it is none. */
    public static ComplaintId complaintId(String rawId) {
        try {
            return ComplaintId.parse(rawId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("id", String.valueOf(e.getMessage()));
        }
    }

    /** Value of the header {@code Idempotency-Key}, or a random key without it; 400 when it is blank or too long. */
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
     * Sends a command; when this returns, the broker has stored it and it will be processed.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void send(C command, Optional<String> traceparent) {
        throughCircuitBreaker(() -> sender.send(codec, command, clock.instant(), traceparent));
    }

    /**
     * Sends several commands in parallel.
     *
     * @throws ProblemException 503 when the broker does not acknowledge all of them
     */
    public void sendAll(List<? extends C> all, Optional<String> traceparent) {
        throughCircuitBreaker(() -> CompletableFuture.allOf(all.stream()
                .map(each -> sender.send(codec, each, clock.instant(), traceparent))
                .toArray(CompletableFuture[]::new)));
    }

    /**
     * Sends a record whose readers are idempotent.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void send(OutboundRecord record) {
        throughCircuitBreaker(() -> sender.send(record, Optional.empty()));
    }

    /** Factory of the command of a request, for a complaint and with a given command id. */
    public interface CommandFactory<C> {
        C create(UUID command, ComplaintId complaint);
    }

    /**
     * Sends the command of a request and waits for its outcome: 204 when it is accepted, 202 when it is not processed
     * within five seconds. A request repeated with its {@code Idempotency-Key} is the same command.
     *
     * @param rawId tracking number as it stands in the path
     * @throws ProblemException 400 for a malformed number, 404 for an unknown complaint, 409 when the command is refused, 503
     *     when the broker does not acknowledge it
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
                    "The request cannot be stored at this moment, so it was not accepted.", RETRY_AFTER_SECONDS);
        }
    }
}
