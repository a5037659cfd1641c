package id.pintu.notification.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that wait for a person to deliver them: read them, send them, tick them off. */
@RestController
@RequestMapping("/v1/desk/outbox")
class ManualDeliveryController {

    private static final int LARGEST_PAGE = 500;

    private final ManualDeliveryOutbox outbox;
    private final ManualDeliveryService manualDelivery;

    ManualDeliveryController(ManualDeliveryOutbox outbox, ManualDeliveryService manualDelivery) {
        this.outbox = outbox;
        this.manualDelivery = manualDelivery;
    }

    /**
     * A page of what waits, the oldest first.
     *
     * @param next give it as {@code after} to see what follows; absent on the last page
     */
    record ManualMessagePage(List<ManualMessageView> notices, Optional<String> next) {}

    /**
     * @param id of the event it tells of
     * @param to telephone number
     * @param text at most 160 characters
     * @param since when the step it tells of was taken
     */
    record ManualMessageView(
            UUID id, ComplaintId complaintId, ContactChannel channel, String to, String text, Instant since) {}

    /**
     * @param reason kebab-case; it stands in the ledger for ever, so it is no place for names and numbers
     */
    record DeliveryFailureForm(
            @NotBlank(message = "is required, such as number-not-in-use")
            @Pattern(
                    regexp = "[a-z]{2,20}(-[a-z]{1,20}){0,5}",
                    message = "is a short kebab-case reason such as number-not-in-use")
            @Nullable
            String reason) {}

    /** Messages that wait to be sent by hand, oldest first. */
    @GetMapping
    ManualMessagePage list(
            @RequestParam(defaultValue = "sms") String channel,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ProblemException.ofField("limit", "is 1 to " + LARGEST_PAGE);
        }
        List<ManualDeliveryOutbox.ManualMessage> found = outbox.list(channel(channel), after, limit);
        Optional<String> next = found.size() < limit
                ? Optional.empty()
                : Optional.of(found.getLast().sortKey());
        return new ManualMessagePage(
                found.stream().map(ManualDeliveryController::toView).toList(), next);
    }

    /** It was sent by hand. */
    @PostMapping("/{id}/delivered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivered(@PathVariable UUID id) {
        requireFound(manualDelivery.markDelivered(id));
    }

    /** It could not be sent by hand either. */
    @PostMapping("/{id}/failed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void failed(@PathVariable UUID id, @Valid @RequestBody DeliveryFailureForm failure) {
        requireFound(manualDelivery.markFailed(id, String.valueOf(failure.reason())));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "not-waiting", "No such message waits; perhaps it was ticked off.");
        }
    }

    private static ContactChannel channel(String name) {
        try {
            return ContactChannel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("channel", "is not a channel; sms is");
        }
    }

    private static ManualMessageView toView(ManualDeliveryOutbox.ManualMessage message) {
        return new ManualMessageView(
                message.id(), message.complaintId(), message.channel(), message.to(), message.text(), message.since());
    }
}
