package id.pintu.support.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.processing.deadletters.DeadLetter;
import id.pintu.processing.deadletters.DeadLetterClosure;
import id.pintu.processing.deadletters.DeadLetterTopic;
import id.pintu.processing.deadletters.DeadLetterWriter;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * REST controller of the dead letters: records that a service could not process. For the operator. Each service lists those of
 * all, and replays what it reads and writes itself: {@code replayedBy} of a dead letter names the service.
 */
@RestController
@RequestMapping("/v1/dead-letters")
public class DeadLetterController {

    private static final int MAX_LIMIT = 200;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final DeadLetterTopic topic;
    private final DeadLetterWriter writer;

    DeadLetterController(DeadLetterTopic topic, DeadLetterWriter writer) {
        this.topic = topic;
        this.writer = writer;
    }

    /**
     * Lists dead letters, the oldest first.
     *
     * @param status {@code open}, or {@code closed} for those replayed or dismissed
     * @param after {@code next} of the page before; absent for the first page
     * @param limit how many, 1 to 200
     */
    @GetMapping
    DeadLetterPage list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        if (!status.equals("open") && !status.equals("closed")) {
            throw ProblemException.ofField("status", "is open or closed");
        }
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (after < -1) {
            throw ProblemException.ofField("after", "is 0 or more");
        }
        List<DeadLetter> found = topic.list(status.equals("open"), after, limit);
        return new DeadLetterPage(
                found.stream().map(DeadLetterView::of).toList(),
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().position()));
    }

    /**
     * Shows one; in the service that replays it with the structure of the original record, in which the length replaces what
     * people may have written.
     */
    @PersonalData
    @GetMapping("/{id}")
    DeadLetterDetail show(@PathVariable String id) {
        DeadLetter letter = topic.find(id).orElseThrow(DeadLetterController::unknown);
        Optional<JsonNode> content = letter.mayContainContacts() || !writer.replays(letter)
                ? Optional.empty()
                : answering(() -> writer.original(letter))
                        .map(ConsumerRecord::value)
                        .map(DeadLetterContentMask::mask);
        return new DeadLetterDetail(DeadLetterView.of(letter), content);
    }

    /**
     * Sends the original record again to where it was, with its headers, once: 204; 404 for an unknown dead letter, 409 when
     * it is closed already, its topic no longer has the record, or another service replays it.
     */
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String id, @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        String by = caller.actor().toString();
        requireClosed(answering(() -> writer.replay(id, by)));
    }

    /** Closes one without sending anything: 204; 404 for an unknown dead letter, 409 when it is closed already. */
    @PostMapping("/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(
            @PathVariable String id,
            @Valid @RequestBody DismissalForm form,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        String by = caller.actor().toString();
        requireClosed(answering(() -> writer.dismiss(id, by, Objects.requireNonNull(form.reason()))));
    }

    private static void requireClosed(DeadLetterWriter.ClosureResult result) {
        switch (result) {
            case CLOSED -> {}
            case UNKNOWN -> throw unknown();
            case ALREADY_CLOSED ->
                throw ProblemException.of(
                        HttpStatus.CONFLICT, "already-closed", "It was replayed or dismissed before.");
            case ELSEWHERE ->
                throw ProblemException.of(
                        HttpStatus.CONFLICT,
                        "replayed-elsewhere",
                        "Only the service in 'replayedBy' replays it; where that is empty, dismiss it instead.");
            case ORIGINAL_GONE ->
                throw ProblemException.of(
                        HttpStatus.CONFLICT,
                        "original-gone",
                        "Its topic no longer has the record; dismiss it instead.");
        }
    }

    private static <T> T answering(Supplier<T> call) {
        try {
            return call.get();
        } catch (KafkaException e) {
            throw ProblemException.tryLater("The broker does not answer at this moment.", RETRY_AFTER_SECONDS);
        }
    }

    private static ProblemException unknown() {
        return ProblemException.of(
                HttpStatus.NOT_FOUND, "unknown-dead-letter", "There is no dead letter with this id.");
    }

    /** @param next what to send as {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeadLetterPage(List<DeadLetterView> deadLetters, Optional<Long> next) {}

    /**
     * @param from topic, partition and offset of the original record
     * @param services those that failed on it
     * @param replayedBy the service at which it is replayed
     * @param reason the field or the class of the failure
     * @param length of the record's value, in bytes
     * @param closure absent while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeadLetterView(
            String id,
            String kind,
            String from,
            SortedSet<String> services,
            String replayedBy,
            String reason,
            String type,
            Optional<String> complaint,
            long length,
            Instant at,
            Optional<DeadLetterClosure> closure) {

        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id(),
                    letter.kind().wireName(),
                    letter.from().toString(),
                    letter.services(),
                    letter.replayedBy(),
                    letter.reason(),
                    letter.type(),
                    letter.complaint().map(Object::toString),
                    letter.length(),
                    letter.at(),
                    letter.closure());
        }
    }

    /** @param content absent when the topic no longer has the record, it may contain a contact, or another service replays it */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeadLetterDetail(DeadLetterView deadLetter, Optional<JsonNode> content) {}

    /** @param reason why nothing more is to be done */
    record DismissalForm(
            @NotBlank(message = "is required") @Size(max = 1_000, message = "has at most 1000 characters") @Nullable
            String reason) {}
}
