package id.pintu.notification.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.house.http.Problem;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.mongo.Outbox;
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
class OutboxController {

    private static final int LARGEST_PAGE = 500;

    private final Outbox outbox;
    private final HandDelivery byHand;

    OutboxController(Outbox outbox, HandDelivery byHand) {
        this.outbox = outbox;
        this.byHand = byHand;
    }

    /**
     * A page of what waits, the oldest first.
     *
     * @param next give it as {@code after} to see what follows; absent on the last page
     */
    record Page(List<Item> notices, Optional<String> next) {}

    /**
     * @param id of the event it tells of
     * @param to telephone number
     * @param text at most 160 characters
     * @param since when the step it tells of was taken
     */
    record Item(UUID id, ComplaintId complaintId, ContactChannel channel, String to, String text, Instant since) {}

    /**
     * @param reason kebab-case; it stands in the ledger for ever, so it is no place for names and numbers
     */
    record Failure(
            @NotBlank(message = "is required, such as number-not-in-use")
            @Pattern(
                    regexp = "[a-z]{2,20}(-[a-z]{1,20}){0,5}",
                    message = "is a short kebab-case reason such as number-not-in-use")
            @Nullable
            String reason) {}

    /** Messages that wait to be sent by hand, oldest first. */
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "sms") String channel,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.ofField("limit", "is 1 to " + LARGEST_PAGE);
        }
        List<Outbox.Message> found = outbox.list(channel(channel), after, limit);
        Optional<String> next = found.size() < limit
                ? Optional.empty()
                : Optional.of(found.getLast().place());
        return new Page(found.stream().map(OutboxController::item).toList(), next);
    }

    /** It was sent by hand. */
    @PostMapping("/{id}/delivered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivered(@PathVariable UUID id) {
        answer(byHand.delivered(id));
    }

    /** It could not be sent by hand either. */
    @PostMapping("/{id}/failed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void failed(@PathVariable UUID id, @Valid @RequestBody Failure failure) {
        answer(byHand.failed(id, String.valueOf(failure.reason())));
    }

    private static void answer(boolean waited) {
        if (!waited) {
            throw Problem.of(HttpStatus.NOT_FOUND, "not-waiting", "No such message waits; perhaps it was ticked off.");
        }
    }

    private static ContactChannel channel(String name) {
        try {
            return ContactChannel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("channel", "is not a channel; sms is");
        }
    }

    private static Item item(Outbox.Message message) {
        return new Item(
                message.id(), message.complaintId(), message.channel(), message.to(), message.text(), message.since());
    }
}
