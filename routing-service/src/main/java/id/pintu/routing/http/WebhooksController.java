package id.pintu.routing.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.routing.webhooks.WebhookAdministration;
import id.pintu.routing.webhooks.WebhookEndpoint;
import id.pintu.routing.webhooks.WebhookIndex;
import id.pintu.routing.webhooks.WebhookProgress;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller of an institution's webhooks: addresses to which the records of its feed are posted, in order, as
 * CloudEvents signed after Standard Webhooks.
 */
@RestController
@RequestMapping("/v1/agencies/{code}/webhooks")
class WebhooksController {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final WebhookIndex webhooks;
    private final WebhookAdministration administration;

    WebhooksController(WebhookIndex webhooks, WebhookAdministration administration) {
        this.webhooks = webhooks;
        this.administration = administration;
    }

    /** Lists the webhooks, and how far each is. */
    @GetMapping
    List<WebhookView> list(@PathVariable String code) {
        return webhooks.of(code).stream().map(this::view).toList();
    }

    /** Creates a webhook: 201, with its secret, which is not shown again. Or changes its address: 200. */
    @PutMapping("/{name}")
    ResponseEntity<?> put(@PathVariable String code, @PathVariable String name, @Valid @RequestBody WebhookForm form) {
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.ofField("name", "is of 1 to 40 lower-case letters, digits and hyphens");
        }
        URI url = form.toUri();
        administration.refusal(url).ifPresent(reason -> {
            throw ProblemException.ofField("url", reason);
        });
        boolean known = webhooks.find(code, name).isPresent();
        if (!known && webhooks.of(code).size() >= WebhookAdministration.MAX_ENDPOINTS) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "too-many-webhooks",
                    "An institution has at most " + WebhookAdministration.MAX_ENDPOINTS + " webhooks.");
        }
        WebhookEndpoint endpoint = administration.put(
                code, name, url, Optional.ofNullable(form.after()).map(FeedCursor::position));
        return known
                ? ResponseEntity.ok(view(endpoint))
                : ResponseEntity.status(HttpStatus.CREATED).body(secret(endpoint));
    }

    /** Replaces the secret. For a day the one before signs as well. */
    @PostMapping("/{name}/rotate-secret")
    WebhookSecretView rotateSecret(@PathVariable String code, @PathVariable String name) {
        return secret(administration.rotateSecret(required(code, name)));
    }

    /** Delivers again from a cursor on, also what is parked. */
    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String code, @PathVariable String name, @Valid @RequestBody ReplayForm form) {
        administration.replay(required(code, name), FeedCursor.position(Objects.requireNonNull(form.after())));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code, @PathVariable String name) {
        administration.remove(required(code, name));
    }

    private WebhookEndpoint required(String code, String name) {
        return webhooks.find(code, name)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "no-such-webhook", "There is no webhook " + name + " of " + code + "."));
    }

    private WebhookView view(WebhookEndpoint endpoint) {
        WebhookProgress progress = webhooks.progressOf(endpoint);
        return new WebhookView(
                endpoint.name(),
                endpoint.url(),
                progress.failure()
                        .map(failure ->
                                failure.nextAttempt().isPresent() ? WebhookStatus.RETRYING : WebhookStatus.PARKED)
                        .orElse(WebhookStatus.DELIVERING),
                String.valueOf(progress.position()),
                progress.deliveredAt(),
                progress.failure());
    }

    private WebhookSecretView secret(WebhookEndpoint endpoint) {
        return new WebhookSecretView(view(endpoint), administration.secretOf(endpoint));
    }

    /** State of the deliveries of a webhook. */
    enum WebhookStatus {
        DELIVERING,
        /** The last attempt failed; the next is planned. */
        RETRYING,
        /** No more attempts are made until a replay is asked for. */
        PARKED
    }

    /**
     * @param next cursor of the feed's next record
     * @param deliveredAt when a record was last delivered
     */
    record WebhookView(
            String name,
            URI url,
            WebhookStatus status,
            String next,
            Optional<Instant> deliveredAt,
            Optional<WebhookProgress.WebhookFailure> failure) {}

    /**
     * @param secret {@code whsec_} and a key in base64, for the libraries of Standard Webhooks
     */
    record WebhookSecretView(@JsonUnwrapped WebhookView webhook, String secret) {}

    /**
     * @param after cursor of the feed to deliver from; of a new webhook the first record without it, of a known one where it is
     */
    record WebhookForm(
            @NotBlank(message = "is required") @Nullable String url,

            @Nullable String after) {

        URI toUri() {
            try {
                return new URI(Objects.requireNonNull(url).strip());
            } catch (URISyntaxException e) {
                throw ProblemException.ofField("url", "is no address");
            }
        }
    }

    /**
     * @param after cursor of the feed; 0 for its first record
     */
    record ReplayForm(
            @NotBlank(message = "is required") @Nullable String after) {}
}
