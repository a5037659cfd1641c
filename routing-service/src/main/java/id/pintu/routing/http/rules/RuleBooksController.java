package id.pintu.routing.http.rules;

import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.registry.DayBounds;
import id.pintu.routing.rulebooks.ActiveRuleBookProvider;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.routing.rulebooks.DraftRulesEvaluator;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.RuleBookEdition;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ChangeReasonValidator;
import id.pintu.support.http.ProblemException;
import id.pintu.support.tables.TableWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * REST controller for the editions of the rule book; needs the desk's bearer key. Editions are immutable: to go back,
 * activate an old edition, which writes a new one with the same text.
 */
@RestController
@RequestMapping("/v1/routing/rulebooks")
class RuleBooksController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final VersionedTopic<RuleBookEdition> topic;
    private final VersionedTopicWriter<RuleBookEdition> writer;
    private final ActiveRuleBookProvider rules;
    private final DraftRulesEvaluator evaluator;
    private final CurrentRouterProvider router;
    private final InstantSource clock;

    RuleBooksController(
            VersionedTopic<RuleBookEdition> topic,
            VersionedTopicWriter<RuleBookEdition> writer,
            ActiveRuleBookProvider rules,
            DraftRulesEvaluator evaluator,
            CurrentRouterProvider router,
            InstantSource clock) {
        this.topic = topic;
        this.writer = writer;
        this.rules = rules;
        this.evaluator = evaluator;
        this.router = router;
        this.clock = clock;
    }

    /** Lists the editions of the rule book, the newest first, without their text. */
    @GetMapping
    List<RuleBookEditionView> list() {
        Optional<Integer> inForce = rules.editions().inForce(clock.instant());
        return topic.get().history(ActiveRuleBookProvider.KEY).reversed().stream()
                .map(each -> RuleBookEditionView.of(each, inForce))
                .toList();
    }

    /** Shows the text of one edition; cells that a spreadsheet would take for a formula are made safe. */
    @GetMapping(path = "/{number}", produces = CSV)
    String text(@PathVariable int number) {
        return TableWriter.safeCopy(requireEdition(number).rules());
    }

    /**
     * Writes a new edition; a text with an invalid rule is refused as a whole.
     *
     * @param validFrom from when it is in force; now by default
     */
    @PostMapping(consumes = {"text/csv", "application/octet-stream"})
    @ResponseStatus(HttpStatus.CREATED)
    RuleBookEditionView write(
            @RequestBody String text,
            @RequestParam(required = false) @Nullable Instant validFrom,
            @RequestParam(required = false) @Nullable String why,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        return writeEdition(text, validFrom, why, caller);
    }

    /** Puts an old edition in force again, now or from a given time. */
    @PostMapping("/{number}/activate")
    @ResponseStatus(HttpStatus.CREATED)
    RuleBookEditionView activate(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Instant validFrom,
            @RequestParam(required = false) @Nullable String why,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        return writeEdition(requireEdition(number).rules(), validFrom, why, caller);
    }

    private RuleBookEditionView writeEdition(
            String text, @Nullable Instant validFrom, @Nullable String why, CallerGrants caller) {
        Instant now = clock.instant();
        if (validFrom != null && validFrom.isBefore(now)) {
            throw ProblemException.ofField("validFrom", "is not in the past: past decisions do not change");
        }
        if (validFrom != null && !DayBounds.contain(validFrom)) {
            throw ProblemException.ofField("validFrom", DayBounds.MESSAGE);
        }
        ChangeMetadata changeMetadata =
                new ChangeMetadata(caller.actor().toString(), ChangeReasonValidator.requireValid(why), now);
        RuleBookEdition edition =
                new RuleBookEdition(text, Optional.ofNullable(validFrom).orElse(now));
        try {
            evaluator.parseDraft(text);
            VersionedValue<RuleBookEdition> written = writer.change(
                            changeMetadata, versions -> Map.of(ActiveRuleBookProvider.KEY, edition))
                    .getFirst();
            router.refresh();
            return RuleBookEditionView.of(written, rules.editions().inForce(now));
        } catch (InvalidRulesException e) {
            throw RuleBookProblemMapper.toProblem(e);
        } catch (KafkaException e) {
            throw ProblemException.tryLater(
                    "The broker does not answer; check whether the edition was written, then try again.", 5);
        }
    }

    private RuleBookEdition requireEdition(int number) {
        if (number < 1 || number > rules.editions().all().size()) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "no-such-edition", "There is no edition " + number + ".");
        }
        return rules.editions().edition(number);
    }

    /**
     * @param at when it was written
     * @param inForce whether it is in force now
     */
    record RuleBookEditionView(int number, Instant validFrom, Instant at, String by, String why, boolean inForce) {

        static RuleBookEditionView of(VersionedValue<RuleBookEdition> version, Optional<Integer> inForce) {
            return new RuleBookEditionView(
                    version.version(),
                    version.value().validFrom(),
                    version.at(),
                    version.by(),
                    version.why(),
                    inForce.filter(number -> number == version.version()).isPresent());
        }
    }
}
