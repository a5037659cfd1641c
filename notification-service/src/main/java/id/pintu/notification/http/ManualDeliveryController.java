package id.pintu.notification.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.PageLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
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

/** REST controller of the outbox of messages awaiting manual delivery: list them, and record how delivery ended. */
@RestController
@RequestMapping("/v1/desk/outbox")
class ManualDeliveryController {

    private final ManualDeliveryOutbox outbox;
    private final ManualDeliveryService manualDelivery;

    ManualDeliveryController(ManualDeliveryOutbox outbox, ManualDeliveryService manualDelivery) {
        this.outbox = outbox;
        this.manualDelivery = manualDelivery;
    }

    /**
     * Response: a page of the outbox, oldest first.
     *
     * @param next value of {@code after} for the next page; absent on the last page
     */
    record ManualMessagePage(List<ManualMessageView> notices, Optional<String> next) {}

    /**
     * Response: one message awaiting manual delivery.
     *
     * @param id of the event it is about
     * @param insteadOf the reporter's first channel, if that refused the message for good
     * @param to telephone number
     * @param text at most 160 characters
     * @param since time of that event
     */
    record ManualMessageView(
            UUID id,
            ComplaintId complaintId,
            ContactChannel channel,
            Optional<ContactChannel> insteadOf,
            String to,
            String text,
            Instant since) {}

    /**
     * Request body: why a message could not be delivered.
     *
     * @param reason kebab-case; kept in the ledger permanently, so it must not contain names or numbers
     */
    record DeliveryFailureForm(
            @NotBlank(message = "is required, such as number-not-in-use")
            @Pattern(
                    regexp = "[a-z]{2,20}(-[a-z]{1,20}){0,5}",
                    message = "is a short kebab-case reason such as number-not-in-use")
            @Nullable
            String reason) {}

    /** Lists the messages awaiting manual delivery, oldest first. */
    @PersonalData
    @GetMapping
    ManualMessagePage list(
            @RequestParam(defaultValue = "sms") String channel,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        int size = OutboxParameters.limit(limit);
        List<ManualDeliveryOutbox.ManualDeliveryMessage> found =
                outbox.list(OutboxParameters.channel(channel), OutboxParameters.after(after), size);
        return new ManualMessagePage(
                found.stream().map(ManualDeliveryController::toView).toList(),
                OutboxParameters.next(found, size, ManualDeliveryOutbox.ManualDeliveryMessage::sortKey));
    }

    /** Records that a message was delivered. */
    @PostMapping("/{id}/delivered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivered(@PathVariable UUID id) {
        requireFound(manualDelivery.markDelivered(id));
    }

    /** Records that a message could not be delivered. */
    @PostMapping("/{id}/failed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void failed(@PathVariable UUID id, @Valid @RequestBody DeliveryFailureForm failure) {
        requireFound(manualDelivery.markFailed(id, String.valueOf(failure.reason())));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw OutboxParameters.notWaiting();
        }
    }

    private static ManualMessageView toView(ManualDeliveryOutbox.ManualDeliveryMessage message) {
        return new ManualMessageView(
                message.id(),
                message.complaintId(),
                message.channel(),
                message.insteadOf(),
                message.to(),
                message.text(),
                message.since());
    }
}
