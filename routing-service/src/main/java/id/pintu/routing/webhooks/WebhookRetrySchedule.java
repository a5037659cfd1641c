package id.pintu.routing.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pauses between the attempts at one record, as Standard Webhooks proposes them: over three days in all. */
final class WebhookRetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private WebhookRetrySchedule() {}

    /**
     * @param attempts failed so far, at least 1
     * @return empty when no more are made
     */
    static Optional<Duration> pauseAfter(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
