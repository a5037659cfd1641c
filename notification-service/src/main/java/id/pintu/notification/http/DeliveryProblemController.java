package id.pintu.notification.http;

import id.pintu.events.ComplaintId;
import id.pintu.notification.delivery.NoticeDispatcher;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of the notices that are not delivered: list them with cause and next attempt, and try one now. */
@RestController
@RequestMapping("/v1/outbox")
class DeliveryProblemController {

    private final DeliveryProblemStore problems;
    private final NoticeDispatcher dispatcher;

    DeliveryProblemController(DeliveryProblemStore problems, NoticeDispatcher dispatcher) {
        this.problems = problems;
        this.dispatcher = dispatcher;
    }

    /**
     * Response: a page of notices that are not delivered, the oldest event first.
     *
     * @param next value of {@code after} for the next page; absent on the last page
     */
    record DeliveryProblemPage(List<DeliveryProblemView> notices, Optional<String> next) {}

    /**
     * Response: one notice that is not delivered. Never contains an address or a name.
     *
     * @param id of the event it is about
     * @param channel email or sms
     * @param state retrying, stuck or abandoned
     * @param since time of that event
     * @param cause class of the failure, or the code of the provider's answer, such as {@code smtp-550}
     * @param attempts failed attempts so far
     * @param nextAttempt when it is tried again; absent for an abandoned notice
     * @param fallback the reporter's other channel, which took the notice over
     */
    record DeliveryProblemView(
            UUID id,
            ComplaintId complaintId,
            String channel,
            String state,
            Instant since,
            String cause,
            int attempts,
            Instant firstFailure,
            Optional<Instant> nextAttempt,
            Optional<String> fallback) {

        static DeliveryProblemView of(DeliveryProblem problem) {
            return new DeliveryProblemView(
                    problem.id(),
                    problem.complaintId(),
                    wireName(problem.channel()),
                    wireName(problem.state()),
                    problem.since(),
                    problem.cause(),
                    problem.attempts(),
                    problem.firstFailure(),
                    problem.nextAttempt(),
                    problem.fallback().map(DeliveryProblemView::wireName));
        }

        private static String wireName(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lists the notices that are retrying, stuck or abandoned, the oldest event first. */
    @GetMapping
    DeliveryProblemPage list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        int size = OutboxParameters.limit(limit);
        List<DeliveryProblem> found = problems.list(
                Optional.ofNullable(state)
                        .map(name -> OutboxParameters.parse(
                                DeliveryProblemState.class, "state", name, "is retrying, stuck or abandoned")),
                Optional.ofNullable(channel).map(OutboxParameters::channel),
                OutboxParameters.after(after),
                size);
        return new DeliveryProblemPage(
                found.stream().map(DeliveryProblemView::of).toList(),
                OutboxParameters.next(found, size, DeliveryProblem::sortKey));
    }

    /** Tries a notice again now, not at its next time: 202, or 409 for one that was abandoned. */
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID id) {
        DeliveryProblem problem = problems.find(id).orElseThrow(OutboxParameters::notWaiting);
        if (problem.state() == DeliveryProblemState.ABANDONED) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "abandoned", "The channel refused this notice for good; it is not retried.");
        }
        dispatcher.retryNow(problem.complaintId(), problem.channel());
    }
}
