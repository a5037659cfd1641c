package id.pintu.processing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Commands whose outcome a request of this process waits for. The processor hands the outcome over when the events are
 * committed, in this process or through {@link CommandReplies}.
 */
final class PendingCommands {

    private final Map<UUID, CompletableFuture<CommandOutcome>> pending = new ConcurrentHashMap<>();

    /** Expects the outcome of a command that is about to be sent. */
    PendingCommand expect(UUID command) {
        return new PendingCommand(command, pending.computeIfAbsent(command, absent -> new CompletableFuture<>()));
    }

    boolean isExpected(UUID command) {
        return pending.containsKey(command);
    }

    /** Hands an outcome over to the requests that wait for it. */
    void complete(UUID command, CommandOutcome outcome) {
        CompletableFuture<CommandOutcome> waiting = pending.remove(command);
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }

    /** One request that waits; to be closed. */
    final class PendingCommand implements AutoCloseable {

        private final UUID command;
        private final CompletableFuture<CommandOutcome> outcome;

        private PendingCommand(UUID command, CompletableFuture<CommandOutcome> outcome) {
            this.command = command;
            this.outcome = outcome;
        }

        /** The outcome; empty when it was not handed over in time. */
        Optional<CommandOutcome> await(long millis) throws InterruptedException {
            try {
                return Optional.of(outcome.get(millis, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            pending.remove(command, outcome);
        }
    }
}
