package id.pintu.support.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandDecider.CommandDecision.Refused;
import id.pintu.processing.CommandOutcome;
import id.pintu.processing.CommandSender;
import id.pintu.processing.ComplaintCommand;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.accounts.ActingAccount;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
                    .ignoreExceptions(RecordTooLargeException.class) // the breaker unwraps a CompletionException
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
     * Sends a command of a reporter; when this returns, the broker has stored it and it will be processed.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void send(C command, Optional<String> traceparent) {
        send(command, Optional.empty(), OptionalInt.empty(), traceparent);
    }

    private void send(
            C command, Optional<EventActor> actor, OptionalInt expectedVersion, Optional<String> traceparent) {
        throughCircuitBreaker(() -> sender.send(codec, command, actor, expectedVersion, clock.instant(), traceparent));
    }

    /**
     * Sends several commands in parallel.
     *
     * @param actor who sends them
     * @throws ProblemException 422 when one of them was carried out with another content, 503 when the broker does not acknowledge all of them
     */
    public void sendAll(List<? extends C> all, ActingAccount actor, Optional<String> traceparent) {
        all.forEach(each -> snapshots
                .commandOutcome(each.complaintId(), each.id())
                .ifPresent(outcome -> requireSameContent(each, outcome)));
        throughCircuitBreaker(() -> CompletableFuture.allOf(all.stream()
                .map(each -> sender.send(
                        codec,
                        each,
                        Optional.of(actor.toEventActor()),
                        OptionalInt.empty(),
                        clock.instant(),
                        traceparent))
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

    /**
     * Waits for what a service sends to the broker by itself.
     *
     * @throws ProblemException 503 when the broker does not acknowledge it
     */
    public void await(Supplier<CompletableFuture<Void>> send) {
        throughCircuitBreaker(send);
    }

    /** Factory of the command of a request, for a complaint and with a given command id. */
    public interface CommandFactory<C> {
        C create(UUID command, ComplaintId complaint);
    }

    /**
     * Sends the command of a request and waits for its outcome: 204 when it is accepted, 202 when it is not processed
     * within five seconds. A request repeated with its {@code Idempotency-Key} is the same command: it is carried out once.
     * Its events say who sent it, when the request needed a role. With the header {@code If-Match} it is carried out only
     * while the complaint has that version, of which the processor decides: of two at once, one is refused.
     *
     * @param rawId tracking number as it stands in the path
     * @throws ProblemException 400 for a malformed number, 404 for an unknown complaint, 409 when the command is refused, 412
     *     when the complaint has another version than {@code If-Match} says, 422
     *     when its key was used for another content, 429 when it is refused until some time, 503 when the broker does not
     *     acknowledge it
     */
    public ResponseEntity<Void> sendAndAwait(
            String rawId, HttpServletRequest request, CommandFactory<? extends C> factory) {
        ComplaintId id = complaintId(rawId);
        C command = factory.create(commandId(id, request), id);
        Optional<CommandOutcome> earlier = snapshots.commandOutcome(id, command.id());
        if (earlier.filter(this::isFinal).isPresent()) {
            return response(command, earlier.get());
        }
        Optional<String> traceparent = TraceparentHeader.current();
        Optional<EventActor> actor = ActingAccount.of(request).map(ActingAccount::toEventActor);
        OptionalInt expectedVersion = VersionTag.expectedBy(request);
        return sendAndAwait(command, earlier, () -> send(command, actor, expectedVersion, traceparent))
                .map(outcome -> response(command, outcome))
                .orElseGet(() -> ResponseEntity.accepted().build());
    }

    /** Id of the command of a request: the same for a request that is repeated with its key, else another one each time. */
    public static UUID commandId(ComplaintId id, HttpServletRequest request) {
        return commandId(id, request.getRequestURI(), idempotencyKey(request));
    }

    /** The same, of an action that came by another way than HTTP: it is the command of the request to this address. */
    public static UUID commandId(ComplaintId id, String address, String key) {
        String identity = id + " " + address + " " + key;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    /** Problem response of a refused command: 404, 409 or 412. */
    public static ProblemException problem(String refusal, String detail) {
        return ProblemException.of(statusOf(refusal), refusal, detail);
    }

    /** Whether sending the command again would change nothing. */
    private boolean isFinal(CommandOutcome outcome) {
        return outcome.retryAt().filter(at -> !clock.instant().isBefore(at)).isEmpty();
    }

    private ResponseEntity<Void> response(C command, CommandOutcome outcome) {
        requireSameContent(command, outcome);
        if (outcome.done()) {
            return ResponseEntity.noContent().build();
        }
        if (outcome.retryAt().isPresent()) {
            Duration wait = Duration.between(clock.instant(), outcome.retryAt().get());
            throw ProblemException.tooManyRequests(
                    outcome.refusal(), outcome.detail(), Math.max(1, wait.toSeconds() + 1));
        }
        throw problem(outcome.refusal(), outcome.detail());
    }

    private static HttpStatus statusOf(String refusal) {
        if (refusal.equals(Refused.CHANGED_MEANWHILE)) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        return refusal.startsWith("unknown-") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    }

    private void requireSameContent(C command, CommandOutcome outcome) {
        if (outcome.isOfAnother(codec.fingerprint(command))) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Header '" + IDEMPOTENCY_KEY + "': it was used before for a request with another content.");
        }
    }

    private Optional<CommandOutcome> sendAndAwait(C command, Optional<CommandOutcome> earlier, Runnable send) {
        try {
            return sender.sendAndAwait(snapshots, command, earlier, timeout, send);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void throughCircuitBreaker(Supplier<CompletableFuture<Void>> send) {
        try {
            circuitBreaker.executeRunnable(() -> send.get().join());
        } catch (CallNotPermittedException | CompletionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw ProblemException.of(
                        HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is larger than can be stored.");
            }
            throw ProblemException.tryLater(
                    "The request cannot be stored at this moment, so it was not accepted.", RETRY_AFTER_SECONDS);
        }
    }
}
