package id.pintu.sla.clock;

import static id.pintu.sla.calendar.Calendars.DECREED;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
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

/** What holds whatever happens to a complaint, in whatever order, and however late the service hears its own words. */
class ClockLawsTest {

    private static final List<BiFunction<Story, String, ComplaintEvent>> ANYTHING = List.of(
            Story::held,
            Story::routed,
            Story::routedToBali,
            Story::returned,
            Story::transferred,
            Story::archived,
            Story::verified,
            Story::unitAssigned,
            Story::followUpPosted,
            Story::asked,
            Story::asked,
            Story::resolved,
            Story::resolved,
            Story::replied,
            Story::replied,
            Story::contested,
            Story::rated,
            Story::consented,
            (story, when) -> story.reclassified(ComplaintKind.SUPERVISORY_COMPLAINT, when),
            Story::withdrawn);

    /**
     * @param what happens
     * @param hours later than the step before
     * @param together whether the service hears it in one batch with the next
     */
    record Step(int what, int hours, boolean together) {}

    /** Routed, resolved, and so long after that a word too late finds it closed; then contested. */
    private static final List<Step> CLOSED_AND_CONTESTED =
            List.of(new Step(1, 1, false), new Step(11, 1, false), new Step(6, 300, false), new Step(15, 0, false));

    /** The ledger as it would stand, and what the service knew while it was written. */
    private record Life(List<ComplaintEvent> ledger, ComplaintClocks known, OpenClocks time) {}

    @Property
    void itDoesNotMatterWhenTheServiceHearsItsOwnWords(@ForAll("lives") List<Step> steps) {
        Life life = live(steps);
        ComplaintClocks folded = ComplaintClocks.UNKNOWN;
        for (ComplaintEvent event : life.ledger()) {
            folded = Story.KEEPER.evolve(folded, event);
        }
        assertThat(folded).isEqualTo(life.known());
    }

    @Property
    void oneClockAtMostIsOpenAndNoneIsEndedThatWasNotSet(@ForAll("lives") List<Step> steps) {
        Map<SlaEvent.Clock, Integer> open = new EnumMap<>(SlaEvent.Clock.class);
        for (ComplaintEvent event : live(steps).ledger()) {
            if (event instanceof SlaEvent sla && sla.clock() == SlaEvent.Clock.OVERALL) {
                continue;
            }
            switch (event) {
                case DeadlineSet set -> {
                    Integer before = set.clock() == SlaEvent.Clock.FOLLOW_UP ? open.remove(set.clock()) : null;
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

    /** Also after a contest that came into the ledger behind the silence that closed its complaint. */
    @Property
    void timeWatchesWhatTheKeeperBelievesToRunAndNothingElse(
            @ForAll boolean closedAndContested, @ForAll("lives") List<Step> steps) {
        Life life = live(Stream.concat(closedAndContested ? CLOSED_AND_CONTESTED.stream() : Stream.of(), steps.stream())
                .toList());
        Instant far = Story.at("2028-01-03T10:00");
        assertThat(life.time().due(far, 500).stream().map(ComplaintEvent::id).findFirst())
                .isEqualTo(life.known()
                        .armed()
                        .flatMap(deadline ->
                                Story.DEADLINES
                                        .alarms()
                                        .firing(deadline, life.known().consent(), far)
                                        .stream())
                        .min(Comparator.comparing(Alarms.Firing::since))
                        .map(firing -> firing.event().id()));
    }

    @Property
    void nothingIsMissedEarlyOrTwiceOrOnAClosedDay(@ForAll("lives") List<Step> steps) {
        List<ComplaintEvent> ledger = live(steps).ledger();
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
    void aRestShiftsTheDueTimeByExactlyTheWorkingTimeRested(
            @ForAll @IntRange(max = 6 * 24 * 60) int askedAfter, @ForAll @IntRange(max = 40 * 24 * 60) int restedFor) {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, "2026-06-08T10:00");
        LocalDateTime asked = LocalDateTime.parse("2026-06-08T10:00").plusMinutes(askedAfter);
        LocalDateTime replied = asked.plusMinutes(restedFor);
        Instant before = story.clocks.open().orElseThrow().set().dueAt();
        story.hears(story.asked(asked.toString()));
        story.hears(story.replied(replied.toString()));
        Instant after = story.clocks.open().orElseThrow().set().dueAt();
        Duration rested = DECREED.workingTime(Story.at(asked.toString()), Story.at(replied.toString()));
        assertThat(DECREED.workingTime(before, after)).isEqualTo(rested);
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, ANYTHING.size() - 1),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    /** Hears the steps in batches; its answers to a batch stand behind it in the ledger, and time speaks in between. */
    private static Life live(List<Step> steps) {
        Story story = new Story();
        OpenClocks time = new OpenClocks(Story.DEADLINES);
        List<ComplaintEvent> ledger = new ArrayList<>();
        List<ComplaintEvent> answers = new ArrayList<>();
        LocalDateTime now = LocalDateTime.parse("2026-06-08T10:00");
        ComplaintEvent first = story.submitted(ComplaintKind.COMPLAINT, now.toString());
        write(first, ledger, time);
        answers.addAll(story.hears(first));
        for (Step step : steps) {
            now = now.plusHours(step.hours());
            ComplaintEvent event = ANYTHING.get(step.what()).apply(story, now.toString());
            write(event, ledger, time);
            answers.addAll(story.hears(event));
            for (ComplaintEvent fired : time.due(event.at().plusMillis(1), 500)) {
                write(fired, ledger, time);
                story.folds(fired);
            }
            if (!step.together()) {
                answers.forEach(answer -> write(answer, ledger, time));
                answers.clear();
            }
        }
        answers.forEach(answer -> write(answer, ledger, time));
        return new Life(ledger, story.clocks, time);
    }

    private static void write(ComplaintEvent event, List<ComplaintEvent> ledger, OpenClocks time) {
        ledger.add(event);
        time.evolve(event);
    }
}
