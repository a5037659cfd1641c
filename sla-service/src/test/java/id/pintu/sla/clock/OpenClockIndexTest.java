package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.SlaClockType.OVERALL;
import static id.pintu.events.SlaEvent.SlaClockType.REPORTER_SILENCE;
import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static id.pintu.sla.clock.ComplaintScenario.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class OpenClockIndexTest {

    private static final DeadlineEventFactory REAL = new DeadlineEventFactory(
            () -> CALENDARS, SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml")));
    private static final String MONDAY = "2026-06-08T10:00";
    private static final Instant REMIND = at("2026-06-10T16:00");
    private static final Instant DUE = at("2026-06-11T16:00");
    private static final Instant LATER = at("2026-08-01T10:00");

    private final OpenClockIndex clocks = empty();

    @Test
    void remindsAtTheReminderTimeAndEscalatesRightAfterTheDueTime() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        DeadlineSet set = scenario.clocks.deadlines().open().orElseThrow().set();

        assertThat(clocks.due(REMIND.minusNanos(1), 500)).isEmpty();
        assertThat(ComplaintScenario.plain(fired(REMIND)))
                .containsExactly(new DeadlineNeared(
                        EventMetadata.causedBy(set, DeadlineNeared.class, REMIND), INSTITUTION_VERIFICATION, DUE, 1));
        assertThat(fired(DUE)).isEmpty();
        assertThat(fired(DUE.plusNanos(1)))
                .containsExactly(new DeadlineMissed(
                        EventMetadata.of(set.complaintId(), set.id(), DeadlineMissed.class, 1, DUE.plusNanos(1)),
                        INSTITUTION_VERIFICATION,
                        DUE,
                        1,
                        "institution-admin",
                        false));
        assertThat(fired(LATER)).isEmpty();
    }

    @Test
    void aDueEventStaysDueUntilItIsFoldedIn() {
        ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due).hasSize(1);
        assertThat(clocks.due(LATER.plusSeconds(9), 500).getFirst().id())
                .as("the same due event has the same id at any time")
                .isEqualTo(due.getFirst().id());
        due.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void aReminderThatFellIntoADowntimeIsSkipped() {
        ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
        assertThat(fired(LATER)).isEmpty();
    }

    /** Ten working days from Tuesday, 9 June, with a holiday on the 16th. */
    @Test
    void aQuestionWithoutReplyStopsTheClockForTenWorkingDaysAndThenItRunsOn() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        Instant due = scenario.clocks.deadlines().open().orElseThrow().set().dueAt();
        scenario.handle(scenario.asked("2026-06-09T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        Instant end = at("2026-06-24T16:00");
        assertThat(fired(end.minusNanos(1))).isEmpty();
        List<ComplaintEvent> ended = fired(end);
        assertThat(ended).singleElement().isInstanceOfSatisfying(DeadlineSet.class, set -> {
            assertThat(set.pauseLimit()).contains(10);
            assertThat(set.basis().pauses()).containsExactly(new ClockPause(at("2026-06-09T10:00"), end));
            assertThat(set.dueAt()).isAfter(due);
        });
        ended.forEach(scenario::applyOwn);
        assertThat(fired(end.plusSeconds(60))).isEmpty();

        scenario.handle(scenario.replied("2026-06-25T10:00"));
        clocks.evolve(scenario.ledger.getLast());
        DeadlineSet running = scenario.clocks.deadlines().open().orElseThrow().set();
        assertThat(running).as("a late reply changes nothing").isEqualTo(ended.getFirst());
        assertThat(fired(running.dueAt().plusNanos(1)))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineMissed.class,
                        missed -> assertThat(missed.cause()).isEqualTo(running.id()));
    }

    @Test
    void aReplyInTimeEndsThePauseAndNothingFiresAtItsLimit() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.asked("2026-06-09T10:00"));
        scenario.handle(scenario.replied("2026-06-10T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        assertThat(fired(at("2026-06-24T16:00"))).noneMatch(event -> event instanceof DeadlineSet);
    }

    @Test
    void reporterSilenceClosesTheComplaint() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        DeadlineSet set = scenario.clocks.deadlines().open().orElseThrow().set();
        assertThat(fired(at("2026-06-17T16:00"))).singleElement().isInstanceOf(DeadlineNeared.class);
        assertThat(fired(at("2026-06-18T16:00"))).isEmpty();
        Instant now = at("2026-06-18T16:00").plusMillis(1);
        assertThat(fired(now))
                .containsExactly(new ComplaintClosed(
                        EventMetadata.causedBy(set, ComplaintClosed.class, now),
                        REPORTER_SILENCE,
                        ClosureReason.SILENCE));
        assertThat(fired(LATER)).isEmpty();
    }

    @ParameterizedTest(name = "contested first: {0}")
    @ValueSource(booleans = {true, false})
    void aContestAtTheInstantOfClosureIsTrackedInEitherOrder(boolean contestedFirst) {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        Instant close = at("2026-06-18T16:00").plusMillis(1);
        fired(close.minusSeconds(1));
        ComplaintEvent closed = clocks.due(close, 500).getFirst();
        ComplaintEvent contest = scenario.contested("2026-06-18T16:00");
        List<ComplaintEvent> sameInstant = contestedFirst ? List.of(contest, closed) : List.of(closed, contest);
        List<ComplaintEvent> emitted = new ArrayList<>();
        for (ComplaintEvent event : sameInstant) {
            clocks.evolve(event);
            if (event.equals(contest)) {
                emitted.addAll(scenario.handle(contest));
            } else {
                scenario.applyOwn(closed);
            }
        }
        emitted.forEach(clocks::evolve);

        assertThat(scenario.clocks.deadlines().open()).hasValueSatisfying(open -> {
            assertThat(open.clock()).isEqualTo(FOLLOW_UP);
            Instant late = open.set().dueAt().plusMillis(1);
            assertThat(fired(late)).singleElement().isInstanceOfSatisfying(DeadlineMissed.class, missed -> {
                assertThat(missed.cause()).isEqualTo(open.id());
                assertThat(missed.clock()).isEqualTo(FOLLOW_UP);
            });
        });
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                verification("verified", ComplaintScenario::verified),
                verification("unit assigned", ComplaintScenario::unitAssigned),
                verification("follow-up posted", ComplaintScenario::followUpPosted),
                verification("asked", ComplaintScenario::asked),
                verification("resolved", ComplaintScenario::resolved),
                verification("re-routed", ComplaintScenario::routedToBali),
                verification("held", ComplaintScenario::held),
                verification("returned", ComplaintScenario::returned),
                verification("transferred", ComplaintScenario::transferred),
                verification("archived", ComplaintScenario::archived),
                verification("withdrawn", ComplaintScenario::withdrawn),
                followUp("asked", ComplaintScenario::asked),
                followUp("resolved", ComplaintScenario::resolved),
                followUp("returned", ComplaintScenario::returned),
                followUp("withdrawn", ComplaintScenario::withdrawn),
                silence("contested", ComplaintScenario::contested),
                silence("rated", ComplaintScenario::rated),
                silence("withdrawn", ComplaintScenario::withdrawn));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("steps")
    void aStepTakenInTimeIsNeverEscalatedEvenBeforeItsDeadlineMetEvent(
            String clock,
            String name,
            ComplaintScenario scenario,
            BiFunction<ComplaintScenario, String, ComplaintEvent> step) {
        scenario.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500))
                .as("%s runs before it is %s", clock, name)
                .hasSize(1);
        clocks.evolve(step.apply(scenario, "2026-06-09T10:00"));
        assertThat(clocks.due(LATER, 500)).as("%s is %s", clock, name).isEmpty();
    }

    @Test
    void aFollowUpPostedDoesNotEndTheFollowUp() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.followUpPosted("2026-06-09T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    @Test
    void aPausedClockDoesNotFireAndAResumedOneFiresAtItsNewTime() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        scenario.handle(scenario.asked("2026-06-10T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(at("2026-06-25T15:59"), 500))
                .as("until the limit of a pause")
                .isEmpty();
        ComplaintEvent replied = scenario.replied("2026-06-12T10:00");
        scenario.handle(replied).forEach(clocks::evolve);
        clocks.evolve(replied);
        assertThat(fired(at("2026-06-17T16:00"))).singleElement().isInstanceOf(DeadlineNeared.class);
        assertThat(fired(at("2026-06-18T16:00"))).isEmpty();
        assertThat(fired(at("2026-06-18T16:01")))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineMissed.class,
                        missed -> assertThat(missed.clock()).isEqualTo(FOLLOW_UP));
    }

    @Test
    void aQuestionAfterTheDueTimeDoesNotUndoTheMiss() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        scenario.handle(scenario.asked("2026-06-16T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    @Test
    void aStepTakenLateButBeforeItsEscalationPreventsIt() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        clocks.evolve(scenario.resolved("2026-06-16T10:00"));
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void aNewTurnIsNotMeasuredByTheFormerClockBeforeTheRulesReact() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        clocks.evolve(scenario.resolved("2026-06-19T10:00"));
        assertThat(clocks.due(LATER, 500)).as("answered again").isEmpty();
        clocks.evolve(scenario.contested("2026-06-20T10:00"));
        assertThat(clocks.due(LATER, 500)).as("contested").isEmpty();
    }

    @Test
    void repeatedEventsChangeNothing() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        scenario.handle(scenario.contested("2026-06-09T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        scenario.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due).hasSize(1);
        scenario.ledger.reversed().forEach(clocks::evolve);
        assertThat(fired(LATER)).isEqualTo(due);
        due.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void repeatedEventsFromBeforeAReturnChangeNothing() {
        ComplaintScenario scenario = new ComplaintScenario();
        List<ComplaintEvent> before = List.of(
                scenario.submitted(ComplaintKind.COMPLAINT, MONDAY),
                scenario.routed(MONDAY),
                scenario.returned(MONDAY));
        before.forEach(clocks::evolve);
        before.forEach(scenario::handle);
        scenario.handle(scenario.routedToBali(MONDAY));
        scenario.ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        assertThat(due).isNotEmpty();
        before.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due);
    }

    @Test
    void anEndedComplaintIsRemoved() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        scenario.handle(scenario.rated("2026-06-09T10:00"));
        scenario.ledger.forEach(clocks::evolve);
        assertThat(clocks.size()).isZero();
    }

    @Test
    void afterARestartNothingFiresAgain() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.ledger.forEach(clocks::evolve);
        scenario.ledger.addAll(fired(REMIND));
        OpenClockIndex reminded = empty();
        scenario.ledger.forEach(reminded::evolve);
        assertThat(reminded.due(DUE, 500)).isEmpty();
        assertThat(reminded.due(LATER, 500)).hasSize(1);

        scenario.ledger.addAll(fired(LATER));
        OpenClockIndex missed = empty();
        scenario.ledger.forEach(missed::evolve);
        assertThat(missed.due(LATER, 500)).isEmpty();
    }

    @Test
    void escalatesLevelByLevelUntilTheStepIsTaken() {
        OpenClockIndex index = new OpenClockIndex(REAL);
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.ledger.forEach(index::evolve);
        List<String> escalations = new ArrayList<>();
        for (String when : List.of("2026-06-11T16:01", "2026-06-12T16:31", "2026-06-15T16:01", "2026-06-17T16:01")) {
            index.due(at(when), 500).forEach(event -> {
                index.evolve(event);
                if (event instanceof DeadlineMissed missed) {
                    escalations.add(missed.level() + " " + missed.escalatedTo());
                }
            });
            assertThat(index.due(at(when), 500)).isEmpty();
        }
        assertThat(escalations).containsExactly("1 liaison", "2 institution-admin", "3 institution-head");
        index.evolve(scenario.verified("2026-06-18T10:00"));
        assertThat(index.due(LATER, 500)).isEmpty();
    }

    @Test
    void levelsDueDuringADowntimeAreEmittedOnceEachInOrder() {
        OpenClockIndex index = new OpenClockIndex(REAL);
        ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(index::evolve);
        List<Integer> levels = new ArrayList<>();
        for (List<ComplaintEvent> due = index.due(LATER, 500); !due.isEmpty(); due = index.due(LATER, 500)) {
            due.forEach(index::evolve);
            due.forEach(event -> levels.add(((DeadlineMissed) event).level()));
        }
        assertThat(levels).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aComplaintWhoseDeadlinesCannotBeComputedBlocksNoOther() {
        AtomicBoolean broken = new AtomicBoolean();
        OpenClockIndex index = new OpenClockIndex(failing(broken));
        for (byte number = 1; number <= 2; number++) {
            ComplaintScenario scenario =
                    new ComplaintScenario(ComplaintId.of(new byte[] {number, 2, 3, 4, 5, 6, 7, 8}));
            scenario.handle(scenario.submitted(ComplaintKind.COMPLAINT, MONDAY));
            scenario.handle(scenario.routed(MONDAY));
            scenario.ledger.forEach(index::evolve);
        }

        broken.set(true);
        List<ComplaintEvent> due = index.due(REMIND, 500);

        assertThat(due).singleElement().isInstanceOf(DeadlineNeared.class);
        assertThat(index.takeFailed()).hasSize(1).doesNotContain(due.getFirst().complaintId());
        assertThat(index.due(REMIND, 500)).isEqualTo(due);
        assertThat(index.takeFailed()).isEmpty();
    }

    @Test
    void aFailedComplaintIsComputedAgainOnItsNextEvent() {
        AtomicBoolean broken = new AtomicBoolean();
        OpenClockIndex index = new OpenClockIndex(failing(broken));
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.ledger.forEach(index::evolve);
        broken.set(true);
        assertThat(index.due(REMIND, 500)).isEmpty();
        assertThat(index.due(LATER, 500)).isEmpty();

        scenario.handle(scenario.verified("2026-06-10T16:00"));
        scenario.ledger.forEach(index::evolve);

        assertThat(index.due(LATER, 500)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    /** Fails once, on the next complaint that is computed. */
    private static DeadlineEventFactory failing(AtomicBoolean once) {
        return new DeadlineEventFactory(
                () -> {
                    if (once.getAndSet(false)) {
                        throw new IllegalStateException("failure of the next computation");
                    }
                    return CALENDARS;
                },
                SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml")));
    }

    @Test
    void aFollowUpHasTwoReminders() {
        OpenClockIndex index = new OpenClockIndex(REAL);
        ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(index::evolve);
        // 14 days from the 8th, the 16th being a holiday: day 7 is the 18th, day 13 the 26th, day 14 the 29th.
        for (String when : List.of("2026-06-18T16:00", "2026-06-26T16:30")) {
            assertThat(index.due(at(when).minusSeconds(1), 500)).isEmpty();
            List<ComplaintEvent> due = index.due(at(when), 500);
            assertThat(due).singleElement().isInstanceOf(DeadlineNeared.class);
            due.forEach(index::evolve);
        }
    }

    @Test
    void aLongOverdueComplaintNeverGoesToTheOmbudsmanWithoutConsent() {
        OpenClockIndex index = overdue();
        assertThat(missed(index, at("2027-10-01T10:00")))
                .extracting(DeadlineMissed::escalatedTo, DeadlineMissed::needsConsent)
                .containsExactly(tuple("national-desk", false), tuple("national-desk-head", false));
    }

    @Test
    void withConsentTheOmbudsmanLevelIsEmittedOnceWhenDue() {
        OpenClockIndex index = overdue();
        Instant handOver = at("2026-09-17T16:00"); // ten working days after Thursday, 3 September
        assertThat(missed(index, at("2026-09-04T10:00"))).hasSize(1);
        index.evolve(new ComplaintScenario().consented("2026-09-04T11:00"));

        assertThat(missed(index, handOver))
                .extracting(DeadlineMissed::escalatedTo)
                .containsExactly("national-desk-head");
        assertThat(missed(index, handOver.plusMillis(1)))
                .extracting(DeadlineMissed::escalatedTo, DeadlineMissed::needsConsent)
                .containsExactly(tuple("ombudsman", true));
        index.evolve(new ComplaintScenario().consented("2026-09-18T11:00"));
        assertThat(missed(index, at("2027-10-01T10:00"))).isEmpty();
    }

    @Test
    void lateConsentEscalatesToTheOmbudsmanImmediately() {
        OpenClockIndex index = overdue();
        assertThat(missed(index, at("2026-12-01T10:00"))).hasSize(2);
        index.evolve(new ComplaintScenario().consented("2026-12-01T11:00"));

        assertThat(missed(index, at("2026-12-01T11:00")))
                .extracting(DeadlineMissed::escalatedTo)
                .containsExactly("ombudsman");
    }

    private static OpenClockIndex overdue() {
        OpenClockIndex index = new OpenClockIndex(REAL);
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.submitted(ComplaintKind.COMPLAINT, MONDAY));
        scenario.ledger.forEach(index::evolve);
        return index;
    }

    private static List<DeadlineMissed> missed(OpenClockIndex index, Instant now) {
        List<DeadlineMissed> missed = new ArrayList<>();
        for (List<ComplaintEvent> due = index.due(now, 500); !due.isEmpty(); due = index.due(now, 500)) {
            due.forEach(index::evolve);
            due.stream()
                    .filter(DeadlineMissed.class::isInstance)
                    .map(DeadlineMissed.class::cast)
                    .forEach(missed::add);
        }
        return missed;
    }

    @Test
    void aDecreeMovesEachOpenDeadlineOnce() {
        AtomicReference<InstitutionCalendars> calendars = new AtomicReference<>(CALENDARS);
        DeadlineEventFactory changing = new DeadlineEventFactory(calendars::get, ComplaintScenario.ONE_LEVEL);
        OpenClockIndex open = new OpenClockIndex(changing);
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.ledger.forEach(open::evolve);
        assertThat(open.moved(at(MONDAY), 500)).isEmpty();
        calendars.set(CALENDARS.with(1, wednesdayOff()));
        assertThat(open.pendingRecalculations()).isEqualTo(1);
        List<DeadlineMoved> moved = open.moved(at(MONDAY), 500);
        assertThat(moved)
                .extracting(DeadlineMoved::clock, DeadlineMoved::from, DeadlineMoved::dueAt, DeadlineMoved::decree)
                .containsExactlyInAnyOrder(
                        tuple(INSTITUTION_VERIFICATION, DUE, at("2026-06-12T16:30"), "SE 1/2026"),
                        tuple(OVERALL, at("2026-09-03T16:00"), at("2026-09-04T16:30"), "SE 1/2026"));
        assertThat(open.moved(at(MONDAY), 500)).as("until they are folded").isEqualTo(moved);
        moved.forEach(open::evolve);
        open.markChecked(500);
        assertThat(open.moved(at(MONDAY), 500))
                .allSatisfy(event -> assertThat(event).isNull());
        assertThat(open.due(DUE.plusSeconds(1), 500))
                .allSatisfy(event -> assertThat(event).isInstanceOf(DeadlineNeared.class));
        assertThat(open.due(at("2026-06-12T16:31"), 500)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    private static CalendarDecree wednesdayOff() {
        return new CalendarDecree(
                "SE 1/2026",
                CalendarDecree.NATION,
                List.of(new CalendarDecree.DecreedDay(
                        LocalDate.parse("2026-06-10"), "Libur", CalendarDecree.DecreedDayKind.LIBUR_NASIONAL)),
                List.of(),
                "admin",
                "because",
                at(MONDAY));
    }

    @Test
    void returnsTheLongestDueFirstUpToTheLimit() {
        List<ComplaintScenario> scenarios = IntStream.range(0, 20)
                .mapToObj(i -> new ComplaintScenario(ComplaintId.of(
                        ByteBuffer.allocate(8).putLong((31L * i % 20) << 32).array())))
                .toList();
        for (int i = 0; i < scenarios.size(); i++) {
            ComplaintScenario scenario = scenarios.get(i);
            scenario.handle(scenario.routed("2026-06-08T10:00"));
            if (i % 2 == 0) {
                scenario.handle(scenario.verified("2026-06-0%dT10:00".formatted(8 + i / 10)));
            }
            scenario.ledger.forEach(clocks::evolve);
        }
        List<Instant> dues = clocks.due(LATER, 500).stream()
                .map(event -> ((DeadlineMissed) event).dueAt())
                .toList();
        assertThat(dues).hasSize(20).isSorted();
        assertThat(clocks.due(LATER, 7))
                .extracting(event -> ((DeadlineMissed) event).dueAt())
                .containsExactlyElementsOf(dues.subList(0, 7));
    }

    private List<ComplaintEvent> fired(Instant now) {
        List<ComplaintEvent> due = clocks.due(now, 500);
        due.forEach(clocks::evolve);
        return due;
    }

    private static OpenClockIndex empty() {
        return new OpenClockIndex(ComplaintScenario.DEADLINES);
    }

    private static Arguments verification(String name, BiFunction<ComplaintScenario, String, ComplaintEvent> step) {
        return Arguments.of("verification", name, ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY), step);
    }

    private static Arguments followUp(String name, BiFunction<ComplaintScenario, String, ComplaintEvent> step) {
        return Arguments.of("follow-up", name, ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY), step);
    }

    private static Arguments silence(String name, BiFunction<ComplaintScenario, String, ComplaintEvent> step) {
        return Arguments.of("silence", name, ComplaintScenario.answered(MONDAY), step);
    }
}
