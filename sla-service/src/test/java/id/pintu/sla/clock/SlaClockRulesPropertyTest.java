package id.pintu.sla.clock;

import static id.pintu.sla.calendar.DecreedCalendarFixture.DECREED;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.sla.clock.codec.OpenClockCodec;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties of the rules and the index for random events in any order, with own events consumed at any delay. */
class SlaClockRulesPropertyTest {

    private static final List<BiFunction<ComplaintScenario, String, ComplaintEvent>> EVENT_FACTORIES = List.of(
            ComplaintScenario::held,
            ComplaintScenario::routed,
            ComplaintScenario::routedToBali,
            ComplaintScenario::returned,
            ComplaintScenario::transferred,
            ComplaintScenario::archived,
            ComplaintScenario::verified,
            ComplaintScenario::unitAssigned,
            ComplaintScenario::followUpPosted,
            ComplaintScenario::asked,
            ComplaintScenario::asked,
            ComplaintScenario::resolved,
            ComplaintScenario::resolved,
            ComplaintScenario::replied,
            ComplaintScenario::replied,
            ComplaintScenario::contested,
            ComplaintScenario::rated,
            ComplaintScenario::consented,
            (scenario, when) -> scenario.reclassified(ComplaintKind.SUPERVISORY_COMPLAINT, when),
            ComplaintScenario::withdrawn);

    /**
     * One event of a random scenario.
     *
     * @param factory index of the event's factory
     * @param hours after the step before
     * @param inSameBatch whether the service consumes it in one batch with the next step
     */
    record ScenarioStep(int factory, int hours, boolean inSameBatch) {}

    /** Routed, resolved, verified after closure by silence; then contested at the same instant. */
    private static final List<ScenarioStep> CLOSED_AND_CONTESTED = List.of(
            new ScenarioStep(1, 1, false),
            new ScenarioStep(11, 1, false),
            new ScenarioStep(6, 300, false),
            new ScenarioStep(15, 0, false));

    /** The resulting ledger, the state folded while it was written, and the index folded from it. */
    private record ScenarioRun(List<ComplaintEvent> ledger, ComplaintClockState state, OpenClockIndex index) {}

    @Property
    void theStateDoesNotDependOnWhenOwnEventsAreConsumed(@ForAll("scenarios") List<ScenarioStep> steps) {
        ScenarioRun run = run(steps);
        ComplaintClockState folded = ComplaintClockState.UNKNOWN;
        for (ComplaintEvent event : run.ledger()) {
            folded = ComplaintScenario.RULES.evolve(folded, event);
        }
        assertThat(folded).isEqualTo(run.state());
    }

    @Property
    void atMostOneClockIsOpenAndOnlyClocksThatWereSetEnd(@ForAll("scenarios") List<ScenarioStep> steps) {
        Map<SlaEvent.SlaClockType, Integer> open = new EnumMap<>(SlaEvent.SlaClockType.class);
        for (ComplaintEvent event : run(steps).ledger()) {
            if (event instanceof SlaEvent sla && sla.clock() == SlaEvent.SlaClockType.OVERALL) {
                continue;
            }
            switch (event) {
                case DeadlineSet set -> {
                    Integer before = set.clock() == SlaEvent.SlaClockType.FOLLOW_UP ? open.remove(set.clock()) : null;
                    assertThat(open)
                            .as("resumed or reclassified from %s", before)
                            .isEmpty();
                    open.put(set.clock(), 1);
                }
                case SlaEvent.DeadlinePaused paused ->
                    assertThat(open.replace(paused.clock(), 1, 2)).isTrue();
                case SlaEvent.DeadlineMet met ->
                    assertThat(open.remove(met.clock())).isNotNull();
                case ComplaintClosed closed -> open.remove(closed.clock());
                default -> assertThat(event).isNotNull();
            }
        }
    }

    /** Also after a contest that follows the closure by silence in the ledger. */
    @Property
    void theIndexFiresExactlyWhatTheStateHasArmed(
            @ForAll boolean closedAndContested, @ForAll("scenarios") List<ScenarioStep> steps) {
        ScenarioRun run =
                run(Stream.concat(closedAndContested ? CLOSED_AND_CONTESTED.stream() : Stream.of(), steps.stream())
                        .toList());
        Instant far = ComplaintScenario.at("2028-01-03T10:00");
        assertThat(run.index().due(far, 500).stream().map(ComplaintEvent::id).findFirst())
                .isEqualTo(Stream.concat(
                                run.state()
                                        .armed()
                                        .flatMap(deadline -> ComplaintScenario.DEADLINES
                                                .dueEventCalculator()
                                                .dueEvent(
                                                        deadline,
                                                        run.state().deadlines().consent(),
                                                        far)
                                                .stream()),
                                ComplaintScenario.DEADLINES
                                        .endOfPause(run.state(), ComplaintScenario.ID, far)
                                        .map(set -> new DueEventCalculator.DueEvent(
                                                set.basis().pauses().getLast().to(), set))
                                        .stream())
                        .min(Comparator.comparing(DueEventCalculator.DueEvent::since))
                        .map(firing -> firing.event().id()));
    }

    @Property
    void nothingIsMissedEarlyOrTwiceOrOnAClosedDay(@ForAll("scenarios") List<ScenarioStep> steps) {
        List<ComplaintEvent> ledger = run(steps).ledger();
        assertThat(ledger).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        for (ComplaintEvent event : ledger) {
            if (event instanceof DeadlineMissed missed) {
                assertThat(missed.at()).isAfter(missed.dueAt());
            }
            if (event instanceof DeadlineSet set) {
                assertThat(DECREED.worksOn(DECREED.dayOf(set.dueAt()))).isTrue();
            }
        }
    }

    @Property
    void aPauseShiftsTheDueTimeByExactlyItsWorkingTime(
            @ForAll @IntRange(max = 6 * 24 * 60) int askedAfter, @ForAll @IntRange(max = 40 * 24 * 60) int pausedFor) {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, "2026-06-08T10:00");
        LocalDateTime asked = LocalDateTime.parse("2026-06-08T10:00").plusMinutes(askedAfter);
        LocalDateTime replied = asked.plusMinutes(pausedFor);
        Instant before = scenario.clocks.deadlines().open().orElseThrow().set().dueAt();
        scenario.handle(scenario.asked(asked.toString()));
        scenario.handle(scenario.replied(replied.toString()));
        Instant after = scenario.clocks.deadlines().open().orElseThrow().set().dueAt();
        Duration paused =
                DECREED.workingTime(ComplaintScenario.at(asked.toString()), ComplaintScenario.at(replied.toString()));
        assertThat(DECREED.workingTime(before, after)).isEqualTo(paused);
    }

    @Property
    void theBinaryCodecKeepsWhatFiringNeeds(@ForAll("scenarios") List<ScenarioStep> steps) {
        ComplaintClockState state = run(steps).state();
        OpenClockCodec codec = new OpenClockCodec();
        ComplaintClockState decoded = codec.decode(ComplaintScenario.ID, codec.encode(state));
        assertThat(codec.decode(ComplaintScenario.ID, codec.encode(decoded))).isEqualTo(decoded);
        assertThat(decoded.kind()).isEqualTo(state.kind());
        assertThat(decoded.handling().party()).isEqualTo(state.handling().party());
        assertThat(decoded.handling().currentPhase()).isEqualTo(state.handling().currentPhase());
        assertThat(decoded.deadlines().consent()).isEqualTo(state.deadlines().consent());
        assertThat(decoded.armed().map(DeadlineState::set))
                .containsExactlyElementsOf(state.armed().map(DeadlineState::set).toList());
    }

    @Provide
    Arbitrary<List<ScenarioStep>> scenarios() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, EVENT_FACTORIES.size() - 1),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(true, false))
                .as(ScenarioStep::new)
                .list()
                .ofMaxSize(25);
    }

    /** Handles the steps in batches; the reactions to a batch follow it in the ledger, with due events in between. */
    private static ScenarioRun run(List<ScenarioStep> steps) {
        ComplaintScenario scenario = new ComplaintScenario();
        OpenClockIndex index = new OpenClockIndex(ComplaintScenario.DEADLINES);
        List<ComplaintEvent> ledger = new ArrayList<>();
        List<ComplaintEvent> reactions = new ArrayList<>();
        LocalDateTime now = LocalDateTime.parse("2026-06-08T10:00");
        ComplaintEvent first = scenario.submitted(ComplaintKind.COMPLAINT, now.toString());
        write(first, ledger, index);
        reactions.addAll(scenario.handle(first));
        for (ScenarioStep step : steps) {
            now = now.plusHours(step.hours());
            ComplaintEvent event = EVENT_FACTORIES.get(step.factory()).apply(scenario, now.toString());
            write(event, ledger, index);
            reactions.addAll(scenario.handle(event));
            for (ComplaintEvent fired : index.due(event.at().plusMillis(1), 500)) {
                write(fired, ledger, index);
                scenario.applyOwn(fired);
            }
            if (!step.inSameBatch()) {
                reactions.forEach(reaction -> write(reaction, ledger, index));
                reactions.clear();
            }
        }
        reactions.forEach(reaction -> write(reaction, ledger, index));
        return new ScenarioRun(ledger, scenario.clocks, index);
    }

    private static void write(ComplaintEvent event, List<ComplaintEvent> ledger, OpenClockIndex index) {
        ledger.add(event);
        index.evolve(event);
    }
}
