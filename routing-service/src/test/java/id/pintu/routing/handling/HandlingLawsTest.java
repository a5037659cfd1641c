package id.pintu.routing.handling;

import static id.pintu.routing.Reports.ID;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.Reports;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.handling.HandlingCommand.Verify;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** At every moment exactly one place is responsible, whoever asks whatever in whatever order. */
class HandlingLawsTest {

    private static final List<String> CODES = List.of("D.33.74", "P.33", "K.PU", "K.DAGRI", "D.35.18", "K.NONE");
    private static final HandlingRules RULES = Lives.rules(Set.of("K.DAGRI"));

    /** Somebody asks or does something. */
    record Step(String what, String who, Optional<String> whom) {}

    @Property
    void exactlyOnePlaceIsResponsibleAtEveryMoment(@ForAll("steps") List<Step> steps) {
        Lives life = new Lives(RULES);
        life.hears(Lives.submitted(Reports.pothole()));
        int number = 0;
        for (Step step : steps) {
            take(life, step, "step " + number++);
            if (life.state.phase() != Phase.ENDED && life.state.phase() != Phase.ARCHIVED) {
                assertThat(life.state.responsible().isPresent()).isEqualTo(life.state.phase() != Phase.AT_DESK);
            }
        }
        assertThat(life.said).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        assertThat(life.said.stream().filter(ComplaintRouted.class::isInstance)).hasSize(life.state.assignments());
    }

    @Property
    void returningEndsAtTheDeskAndNeverReachesOneThatRefused(
            @ForAll("suggestions") List<Optional<String>> suggestions) {
        Lives life = new Lives(RULES);
        life.hears(Lives.submitted(Reports.pothole()));
        Set<String> refused = new HashSet<>();
        int number = 0;
        while (life.state.phase() == Phase.AT_INSTITUTION) {
            String responsible = life.responsible();
            assertThat(refused.add(responsible)).isTrue();
            Optional<String> suggested = suggestions.get(number % suggestions.size());
            life.asked(new Return(Lives.id("return " + number++), ID, responsible, "No", suggested));
        }
        assertThat(life.responsible()).isEqualTo("desk");
        assertThat(life.state.quarrel().refusedBy()).containsExactlyInAnyOrderElementsOf(refused);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                "verify",
                                "resolve",
                                "return",
                                "dispose",
                                "rule",
                                "archive",
                                "contested",
                                "withdrawn",
                                "closed"),
                        Arbitraries.of(CODES),
                        Arbitraries.of(CODES).optional())
                .as(Step::new)
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<Optional<String>>> suggestions() {
        return Arbitraries.of(CODES).optional().list().ofMinSize(1).ofMaxSize(6);
    }

    private static void take(Lives life, Step step, String name) {
        // Whoever is responsible is asked for often enough that the life goes on.
        String who = step.who().startsWith("K") ? step.who() : life.responsible();
        switch (step.what()) {
            case "verify" -> life.asked(new Verify(Lives.id(name), ID, who));
            case "resolve" -> life.asked(new Resolve(Lives.id(name), ID, who, "Done"));
            case "return" -> life.asked(new Return(Lives.id(name), ID, who, "No", step.whom()));
            case "dispose" -> life.asked(new Dispose(Lives.id(name), ID, step.who(), List.of()));
            case "rule" -> life.asked(new Rule(Lives.id(name), ID, step.who(), "By law"));
            case "archive" -> life.asked(new Archive(Lives.id(name), ID, ArchiveGround.TOO_GENERAL, "Too general"));
            case "contested" -> life.hears(Lives.contested());
            case "withdrawn" -> life.hears(Lives.withdrawn());
            case "closed" -> life.hears(Lives.closed());
            default -> throw new IllegalArgumentException(step.what());
        }
    }
}
