package id.pintu.routing.http;

import id.pintu.events.Topics;
import id.pintu.house.http.Problem;
import id.pintu.house.keys.InstitutionKey;
import id.pintu.house.keys.KeyWriter;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes each institution's key at the first start, and shows it to the operator once. */
@RestController
class KeysController {

    private final Supplier<Registry> registry;
    private final KeyWriter keys;

    KeysController(Supplier<Registry> registry, KeyWriter keys) {
        this.registry = registry;
        this.keys = keys;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeMissingKeys() {
        keys.makeMissing(Stream.concat(
                        Stream.of(InstitutionKey.DESK),
                        registry.get().institutions().stream().map(Registration::code))
                .toList());
    }

    /** Shows a key that was not shown before, or makes and shows a new one. */
    @PostMapping("/v1/keys/{code}")
    KeyView show(@PathVariable String code, @RequestBody Wish wish) {
        if (!code.equals(InstitutionKey.DESK)
                && registry.get().institution(code).isEmpty()) {
            throw Problem.of(HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + ".");
        }
        return new KeyView(
                code,
                Topics.agency(code),
                keys.show(code, wish.renew())
                        .orElseThrow(
                                () -> Problem.of(
                                        HttpStatus.CONFLICT,
                                        "key-already-shown",
                                        "This key was shown before and is kept nowhere; --renew makes a new one and ends the old.")));
    }

    record Wish(boolean renew) {}

    record KeyView(String institution, String feed, String key) {}
}
