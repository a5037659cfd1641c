package id.pintu.routing.handling;

import static id.pintu.routing.SampleReports.ID;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.SampleReports;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
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

/** Exactly one party is responsible at any time, for any commands in any order. */
class HandlingDeciderPropertyTest {

    private static final List<String> CODES = List.of("D.33.74", "P.33", "K.PU", "K.DAGRI", "D.35.18", "K.NONE");
    private static final HandlingDecider RULES = HandlingFixture.rules(Set.of("K.DAGRI"));

    /** One command or event; {@code who} sends or is assigned, {@code whom} is suggested. */
    record HandlingStep(String action, String who, Optional<String> whom) {}

    @Property
    void exactlyOnePartyIsResponsibleAtAnyTime(@ForAll("steps") List<HandlingStep> steps) {
        HandlingFixture handling = new HandlingFixture(RULES);
        handling.handle(HandlingFixture.submitted(SampleReports.pothole()));
        int number = 0;
        for (HandlingStep step : steps) {
            take(handling, step, "step " + number++);
            if (handling.state.phase() != HandlingPhase.ENDED && handling.state.phase() != HandlingPhase.ARCHIVED) {
                assertThat(handling.state.responsible().isPresent())
                        .isEqualTo(handling.state.phase() != HandlingPhase.AT_DESK);
            }
        }
        assertThat(handling.emitted).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        assertThat(handling.emitted.stream().filter(ComplaintRouted.class::isInstance))
                .hasSize(handling.state.assignments());
    }

    @Property
    void repeatedReturnsEndAtTheDeskAndNeverReachAnInstitutionThatRefused(
            @ForAll("suggestions") List<Optional<String>> suggestions) {
        HandlingFixture handling = new HandlingFixture(RULES);
        handling.handle(HandlingFixture.submitted(SampleReports.pothole()));
        Set<String> refused = new HashSet<>();
        int number = 0;
        while (handling.state.phase() == HandlingPhase.AT_INSTITUTION) {
            String responsible = handling.responsible();
            assertThat(refused.add(responsible)).isTrue();
            Optional<String> suggested = suggestions.get(number % suggestions.size());
            handling.execute(new Return(HandlingFixture.id("return " + number++), ID, responsible, "No", suggested));
        }
        assertThat(handling.responsible()).isEqualTo("desk");
        assertThat(handling.state.quarrel().refusedBy()).containsExactlyInAnyOrderElementsOf(refused);
    }

    @Provide
    Arbitrary<List<HandlingStep>> steps() {
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
                .as(HandlingStep::new)
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<Optional<String>>> suggestions() {
        return Arbitraries.of(CODES).optional().list().ofMinSize(1).ofMaxSize(6);
    }

    private static void take(HandlingFixture handling, HandlingStep step, String name) {
        // Often enough the responsible institution acts, so that handling goes on.
        String who = step.who().startsWith("K") ? step.who() : handling.responsible();
        switch (step.action()) {
            case "verify" -> handling.execute(new Verify(HandlingFixture.id(name), ID, who));
            case "resolve" -> handling.execute(new Resolve(HandlingFixture.id(name), ID, who, "Done"));
            case "return" -> handling.execute(new Return(HandlingFixture.id(name), ID, who, "No", step.whom()));
            case "dispose" -> handling.execute(new Dispose(HandlingFixture.id(name), ID, step.who(), List.of()));
            case "rule" -> handling.execute(new Rule(HandlingFixture.id(name), ID, step.who(), "By law"));
            case "archive" ->
                handling.execute(
                        new Archive(HandlingFixture.id(name), ID, ArchiveReasonCode.TOO_GENERAL, "Too general"));
            case "contested" -> handling.handle(HandlingFixture.contested());
            case "withdrawn" -> handling.handle(HandlingFixture.withdrawn());
            case "closed" -> handling.handle(HandlingFixture.closed());
            default -> throw new IllegalArgumentException(step.action());
        }
    }
}
