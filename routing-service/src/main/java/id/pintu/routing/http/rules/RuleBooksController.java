package id.pintu.routing.http.rules;

import id.pintu.house.http.Problem;
import id.pintu.house.http.Why;
import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.book.BrokenRules;
import id.pintu.routing.rulebooks.RulesInForce;
import id.pintu.routing.rulebooks.Trial;
import id.pintu.routing.whatif.Edition;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The editions of the rule book; needs the desk's bearer key. Nothing is overwritten: to go back, an old edition is
 * activated again, which makes a new one of the same text.
 */
@RestController
@RequestMapping("/v1/routing/rulebooks")
class RuleBooksController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final VersionedTopic<Edition> topic;
    private final VersionWriter<Edition> writer;
    private final RulesInForce rules;
    private final Trial trial;
    private final InstantSource clock;

    RuleBooksController(
            VersionedTopic<Edition> topic,
            VersionWriter<Edition> writer,
            RulesInForce rules,
            Trial trial,
            InstantSource clock) {
        this.topic = topic;
        this.writer = writer;
        this.rules = rules;
        this.trial = trial;
        this.clock = clock;
    }

    /** The editions of the rule book, the newest first, without their text. */
    @GetMapping
    List<EditionView> list() {
        Optional<Integer> inForce = rules.editions().inForce(clock.instant());
        return topic.get().history(RulesInForce.KEY).reversed().stream()
                .map(each -> EditionView.of(each, inForce))
                .toList();
    }

    /** The text of one edition. */
    @GetMapping(path = "/{number}", produces = CSV)
    String text(@PathVariable int number) {
        return found(number).rules();
    }

    /**
     * Writes a new edition, if all of it can be used.
     *
     * @param validFrom from when it decides; now without it
     */
    @PostMapping(consumes = {"text/csv", "application/octet-stream"})
    @ResponseStatus(HttpStatus.CREATED)
    EditionView write(
            @RequestBody String text,
            @RequestParam(required = false) @Nullable Instant validFrom,
            @RequestParam(required = false) @Nullable String why,
            Principal who) {
        return written(text, validFrom, why, who);
    }

    /** Makes an old edition the one that holds, now or from a moment on. */
    @PostMapping("/{number}/activate")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EditionView> activate(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Instant validFrom,
            @RequestParam(required = false) @Nullable String why,
            Principal who) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(written(found(number).rules(), validFrom, why, who));
    }

    private EditionView written(String text, @Nullable Instant validFrom, @Nullable String why, Principal who) {
        Instant now = clock.instant();
        if (validFrom != null && validFrom.isBefore(now)) {
            throw Problem.ofField("validFrom", "is not in the past: what was decided stays decided");
        }
        Signature signature = new Signature(who.getName(), Why.given(why), now);
        Edition edition = new Edition(text, Optional.ofNullable(validFrom).orElse(now));
        try {
            trial.read(text);
            Version<Edition> written = writer.change(signature, versions -> Map.of(RulesInForce.KEY, edition))
                    .getFirst();
            return EditionView.of(written, rules.editions().inForce(now));
        } catch (BrokenRules e) {
            throw Faults.problem(e);
        } catch (KafkaException e) {
            throw Problem.tryLater("The broker does not answer at this moment; look whether it was written.", 5);
        }
    }

    private Edition found(int number) {
        if (number < 1 || number > rules.editions().all().size()) {
            throw Problem.of(HttpStatus.NOT_FOUND, "no-such-edition", "There is no edition " + number + ".");
        }
        return rules.editions().number(number);
    }

    /**
     * @param at when it was written
     * @param inForce whether it decides now
     */
    record EditionView(int number, Instant validFrom, Instant at, String by, String why, boolean inForce) {

        static EditionView of(Version<Edition> version, Optional<Integer> inForce) {
            return new EditionView(
                    version.version(),
                    version.value().validFrom(),
                    version.at(),
                    version.by(),
                    version.why(),
                    inForce.filter(number -> number == version.version()).isPresent());
        }
    }
}
