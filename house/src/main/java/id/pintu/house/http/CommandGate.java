package id.pintu.house.http;

import id.pintu.events.ComplaintId;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Command;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.CommandOutcome;
import id.pintu.house.ledger.Commands;
import id.pintu.house.ledger.Saying;
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
public final class CommandGate<C extends Command> {

    /** The header by which a client marks a request as the same as an earlier one. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** In characters. */
    public static final int LONGEST_KEY = 255;

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Commands commands;
    private final CommandJson<C> json;
    private final Casebook<?> casebook;
    private final InstantSource clock;
    private final Duration patience;
    private final CircuitBreaker broker = CircuitBreaker.of(
            "broker",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build());

    public CommandGate(Commands commands, CommandJson<C> json, Casebook<?> casebook, InstantSource clock) {
        this(commands, json, casebook, clock, PATIENCE);
    }

    CommandGate(Commands commands, CommandJson<C> json, Casebook<?> casebook, InstantSource clock, Duration patience) {
        this.commands = commands;
        this.json = json;
        this.casebook = casebook;
        this.clock = clock;
        this.patience = patience;
    }

    /** The number a person typed; 400 when it is none. */
    public static ComplaintId complaintId(String typed) {
        try {
            return ComplaintId.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("id", String.valueOf(e.getMessage()));
        }
    }

    /** What makes this request the same as an earlier one, from the header {@code Idempotency-Key}; random without it. */
    public static String idempotencyKey(HttpServletRequest request) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.ofField(IDEMPOTENCY_KEY, "has 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    /**
     * Puts a command in line; when this returns it is safe and will have its turn.
     *
     * @throws Problem 503 when the broker does not take it
     */
    public void put(C command, Optional<String> traceparent) {
        safely(() -> commands.send(json, command, clock.instant(), traceparent));
    }

    /**
     * Puts many in line; none of them waits for another.
     *
     * @throws Problem 503 when the broker does not take all of them
     */
    public void putAll(List<? extends C> all, Optional<String> traceparent) {
        safely(() -> CompletableFuture.allOf(all.stream()
                .map(each -> commands.send(json, each, clock.instant(), traceparent))
                .toArray(CompletableFuture[]::new)));
    }

    /**
     * Writes a record for which being written twice is harmless.
     *
     * @throws Problem 503 when the broker does not take it
     */
    public void put(Saying saying) {
        safely(() -> commands.send(saying, Optional.empty()));
    }

    /** A command, made for this complaint under this identity. */
    public interface Making<C> {
        C make(UUID command, ComplaintId complaint);
    }

    /**
     * Puts the command of a request in line and waits for its turn: 204 when it is done, 202 when its turn has not come
     * within five seconds. A request repeated with its {@code Idempotency-Key} is the same command.
     *
     * @param typed the number as it stands in the address
     * @throws Problem 400 when that is no number, 404 for an unknown complaint, 409 when it cannot be done now, 503 when the broker does not take it
     */
    public ResponseEntity<Void> ask(String typed, HttpServletRequest request, Making<? extends C> making) {
        ComplaintId id = complaintId(typed);
        String identity = id + " " + request.getRequestURI() + " " + idempotencyKey(request);
        C command = making.make(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)), id);
        put(command, Traceparent.of(request.getHeader(Traceparent.HEADER)));
        Optional<CommandOutcome> outcome = outcome(command);
        if (outcome.isEmpty()) {
            return ResponseEntity.accepted().build();
        }
        if (outcome.get().done()) {
            return ResponseEntity.noContent().build();
        }
        HttpStatus status = outcome.get().refusal().startsWith("unknown-") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        throw Problem.of(status, outcome.get().refusal(), outcome.get().detail());
    }

    private Optional<CommandOutcome> outcome(C command) {
        try {
            return commands.await(casebook, command.complaintId(), command.id(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void safely(Supplier<CompletableFuture<Void>> sending) {
        try {
            broker.executeRunnable(() -> sending.get().join());
        } catch (CallNotPermittedException | CompletionException e) {
            throw Problem.tryLater(
                    "It cannot be kept safe at this moment, so it was not accepted.", RETRY_AFTER_SECONDS);
        }
    }
}
