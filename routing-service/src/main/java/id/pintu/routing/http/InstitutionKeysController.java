package id.pintu.routing.http;

import id.pintu.events.TopicNames;
import id.pintu.routing.actions.AgencyActionTopics;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstitutionKeyIssuer;
import id.pintu.support.keys.StoredInstitutionKey;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller that shows each institution's bearer key to the operator, once, and revokes it. Missing keys are issued
 * when the service has started.
 */
@RestController
class InstitutionKeysController {

    private final Supplier<InstitutionRegistry> registry;
    private final InstitutionKeyIssuer keys;
    private final AgencyActionTopics topics;

    InstitutionKeysController(
            Supplier<InstitutionRegistry> registry, InstitutionKeyIssuer keys, AgencyActionTopics topics) {
        this.registry = registry;
        this.keys = keys;
        this.topics = topics;
    }

    @EventListener(ApplicationReadyEvent.class)
    void issueMissingKeys() {
        topics.createActionTopics(keys.shown().stream()
                .filter(code -> registry.get().institution(code).isPresent())
                .toList());
        keys.issueMissing(Stream.concat(
                        Stream.of(StoredInstitutionKey.DESK),
                        registry.get().institutions().stream().map(RegistryInstitution::code))
                .toList());
    }

    /** Shows a key that was not shown before, or issues and shows a new one. */
    @PostMapping("/v1/keys/{code}")
    InstitutionKeyView show(@PathVariable String code, @RequestBody KeyRequest keyRequest) {
        if (!code.equals(StoredInstitutionKey.DESK)
                && registry.get().institution(code).isEmpty()) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + ".");
        }
        if (!code.equals(StoredInstitutionKey.DESK)) {
            topics.createActionTopics(List.of(code));
        }
        return new InstitutionKeyView(
                code,
                TopicNames.agencyFeed(code),
                TopicNames.agencyActions(code),
                keys.reveal(code, keyRequest.renew())
                        .orElseThrow(
                                () -> ProblemException.of(
                                        HttpStatus.CONFLICT,
                                        "key-already-shown",
                                        "This key was shown before and is not stored in clear; --renew issues a new one and revokes the old one.")));
    }

    /** Revokes an institution's key, also at the broker: 204; 404 when nobody has one. */
    @DeleteMapping("/v1/keys/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String code) {
        if (!keys.revoke(code)) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "no-key-in-use", "Nobody has a key of " + code + ".");
        }
    }

    record KeyRequest(boolean renew) {}

    /**
     * @param feed topic of the institution's feed
     * @param actions topic to which the institution may write its actions
     */
    record InstitutionKeyView(String institution, String feed, String actions, String key) {}
}
