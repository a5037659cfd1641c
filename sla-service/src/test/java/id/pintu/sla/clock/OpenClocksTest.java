package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.Clock.FOLLOW_UP;
import static id.pintu.events.SlaEvent.Clock.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.Clock.OVERALL;
import static id.pintu.events.SlaEvent.Clock.REPORTER_SILENCE;
import static id.pintu.sla.calendar.Calendars.ALMANAC;
import static id.pintu.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Decree;
import id.pintu.sla.yaml.PolicyFile;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

class OpenClocksTest {

    private static final Deadlines REAL =
            new Deadlines(() -> ALMANAC, PolicyFile.read(new ClassPathResource("sla/policies.yml")));
    private static final String MONDAY = "2026-06-08T10:00";
    private static final Instant REMIND = at("2026-06-10T16:00");
    private static final Instant DUE = at("2026-06-11T16:00");
    private static final Instant LATER = at("2026-08-01T10:00");

    private final OpenClocks clocks = empty();

    @Test
    void remindsAtItsTimeAndEscalatesJustAfterTheLastInstant() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.ledger.forEach(clocks::evolve);
        DeadlineSet set = story.clocks.open().orElseThrow().set();

        assertThat(clocks.due(REMIND.minusNanos(1), 500)).isEmpty();
        assertThat(Story.plain(fired(REMIND)))
                .containsExactly(new DeadlineNeared(
                        Stamp.after(set, DeadlineNeared.class, REMIND), INSTITUTION_VERIFICATION, DUE));
        assertThat(fired(DUE)).isEmpty();
        assertThat(fired(DUE.plusNanos(1)))
                .containsExactly(new DeadlineMissed(
                        Stamp.of(set.complaintId(), set.id(), DeadlineMissed.class, 1, DUE.plusNanos(1)),
                        INSTITUTION_VERIFICATION,
                        DUE,
                        1,
                        "institution-admin"));
        assertThat(fired(LATER)).isEmpty();
    }

    @Test
    void whatIsDueStaysDueUntilItIsHeardBack() {
        Story.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due).hasSize(1);
        assertThat(clocks.due(LATER.plusSeconds(9), 500).getFirst().id())
                .as("the same firing has the same id whenever it is said")
                .isEqualTo(due.getFirst().id());
        due.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void aReminderThatWasSleptThroughIsLeftOut() {
        Story.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
        assertThat(fired(LATER)).isEmpty();
    }

    @Test
    void silenceClosesTheComplaint() {
        Story story = Story.answered(MONDAY);
        story.ledger.forEach(clocks::evolve);
        DeadlineSet set = story.clocks.open().orElseThrow().set();
        assertThat(fired(at("2026-06-17T16:00"))).singleElement().isInstanceOf(DeadlineNeared.class);
        assertThat(fired(at("2026-06-18T16:00"))).isEmpty();
        Instant now = at("2026-06-18T16:00").plusMillis(1);
        assertThat(fired(now))
                .containsExactly(new ComplaintClosed(
                        Stamp.after(set, ComplaintClosed.class, now), REPORTER_SILENCE, Outcome.SILENCE));
        assertThat(fired(LATER)).isEmpty();
    }

    @ParameterizedTest(name = "contested first: {0}")
    @ValueSource(booleans = {true, false})
    void aContestAtTheMomentOfTheSilenceIsWatchedWhateverTheirOrder(boolean contestedFirst) {
        Story story = Story.answered(MONDAY);
        story.ledger.forEach(clocks::evolve);
        Instant close = at("2026-06-18T16:00").plusMillis(1);
        fired(close.minusSeconds(1));
        ComplaintEvent closed = clocks.due(close, 500).getFirst();
        ComplaintEvent contest = story.contested("2026-06-18T16:00");
        List<ComplaintEvent> together = contestedFirst ? List.of(contest, closed) : List.of(closed, contest);
        List<ComplaintEvent> words = new ArrayList<>();
        for (ComplaintEvent event : together) {
            clocks.evolve(event);
            if (event.equals(contest)) {
                words.addAll(story.hears(contest));
            } else {
                story.folds(closed);
            }
        }
        words.forEach(clocks::evolve);

        assertThat(story.clocks.open()).hasValueSatisfying(open -> {
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
                verification("verified", Story::verified),
                verification("unit assigned", Story::unitAssigned),
                verification("follow-up posted", Story::followUpPosted),
                verification("asked", Story::asked),
                verification("resolved", Story::resolved),
                verification("re-routed", Story::routedToBali),
                verification("held", Story::held),
                verification("returned", Story::returned),
                verification("transferred", Story::transferred),
                verification("archived", Story::archived),
                verification("withdrawn", Story::withdrawn),
                followUp("asked", Story::asked),
                followUp("resolved", Story::resolved),
                followUp("returned", Story::returned),
                followUp("withdrawn", Story::withdrawn),
                silence("contested", Story::contested),
                silence("rated", Story::rated),
                silence("withdrawn", Story::withdrawn));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("steps")
    void aStepTakenInTimeIsNeverEscalatedEvenIfTheWordThatItIsMetIsStillToCome(
            String clock, String name, Story story, BiFunction<Story, String, ComplaintEvent> step) {
        story.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500))
                .as("%s runs before it is %s", clock, name)
                .hasSize(1);
        clocks.evolve(step.apply(story, "2026-06-09T10:00"));
        assertThat(clocks.due(LATER, 500)).as("%s is %s", clock, name).isEmpty();
    }

    @Test
    void aFollowUpPostedDoesNotEndTheFollowUp() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        story.hears(story.followUpPosted("2026-06-09T10:00"));
        story.ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    @Test
    void aRestingClockIsSilentAndAResumedOneFiresAtItsNewTime() {
        Story story = Story.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        story.hears(story.asked("2026-06-10T10:00"));
        story.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEmpty();
        ComplaintEvent replied = story.replied("2026-06-12T10:00");
        story.hears(replied).forEach(clocks::evolve);
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
        Story story = Story.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        story.hears(story.asked("2026-06-16T10:00"));
        story.ledger.forEach(clocks::evolve);
        assertThat(fired(LATER)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    @Test
    void aStepTakenTooLateButBeforeAnybodyNoticedIsNotEscalated() {
        Story story = Story.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        story.ledger.forEach(clocks::evolve);
        clocks.evolve(story.resolved("2026-06-16T10:00"));
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void aNewTurnIsNotMeasuredByTheOldClockHoweverLateTheKeeperHearsOfIt() {
        Story story = Story.answered(MONDAY);
        story.ledger.forEach(clocks::evolve);
        clocks.evolve(story.resolved("2026-06-19T10:00"));
        assertThat(clocks.due(LATER, 500)).as("answered again").isEmpty();
        clocks.evolve(story.contested("2026-06-20T10:00"));
        assertThat(clocks.due(LATER, 500)).as("contested").isEmpty();
    }

    @Test
    void repeatsChangeNothing() {
        Story story = Story.answered(MONDAY);
        story.hears(story.contested("2026-06-09T10:00"));
        story.ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        story.ledger.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due).hasSize(1);
        story.ledger.reversed().forEach(clocks::evolve);
        assertThat(fired(LATER)).isEqualTo(due);
        due.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEmpty();
    }

    @Test
    void aRepeatOfWhatCameBeforeAReturnChangesNothing() {
        Story story = new Story();
        List<ComplaintEvent> before =
                List.of(story.submitted(ComplaintKind.COMPLAINT, MONDAY), story.routed(MONDAY), story.returned(MONDAY));
        before.forEach(clocks::evolve);
        before.forEach(story::hears);
        story.hears(story.routedToBali(MONDAY));
        story.ledger.forEach(clocks::evolve);
        List<ComplaintEvent> due = clocks.due(LATER, 500);
        assertThat(due).isNotEmpty();
        before.forEach(clocks::evolve);
        assertThat(clocks.due(LATER, 500)).isEqualTo(due);
    }

    @Test
    void aComplaintThatHasEndedLeavesNothingBehind() {
        Story story = Story.answered(MONDAY);
        story.hears(story.rated("2026-06-09T10:00"));
        story.ledger.forEach(clocks::evolve);
        assertThat(clocks.size()).isZero();
    }

    @Test
    void afterARestartNothingFiresAgain() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.ledger.forEach(clocks::evolve);
        story.ledger.addAll(fired(REMIND));
        OpenClocks reminded = empty();
        story.ledger.forEach(reminded::evolve);
        assertThat(reminded.due(DUE, 500)).isEmpty();
        assertThat(reminded.due(LATER, 500)).hasSize(1);

        story.ledger.addAll(fired(LATER));
        OpenClocks missed = empty();
        story.ledger.forEach(missed::evolve);
        assertThat(missed.due(LATER, 500)).isEmpty();
    }

    @Test
    void climbsTheLadderOneLevelAfterTheOtherAndStopsWithTheStep() {
        OpenClocks ladder = new OpenClocks(REAL);
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.ledger.forEach(ladder::evolve);
        List<String> told = new ArrayList<>();
        for (String when : List.of("2026-06-11T16:01", "2026-06-12T16:31", "2026-06-15T16:01", "2026-06-17T16:01")) {
            ladder.due(at(when), 500).forEach(event -> {
                ladder.evolve(event);
                if (event instanceof DeadlineMissed missed) {
                    told.add(missed.level() + " " + missed.escalatedTo());
                }
            });
            assertThat(ladder.due(at(when), 500)).isEmpty();
        }
        assertThat(told).containsExactly("1 liaison", "2 institution-admin", "3 institution-head");
        ladder.evolve(story.verified("2026-06-18T10:00"));
        assertThat(ladder.due(LATER, 500)).isEmpty();
    }

    @Test
    void levelsThatCameDueWhileEverythingWasDownAreEachSaidOnceInOrder() {
        OpenClocks ladder = new OpenClocks(REAL);
        Story.routed(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(ladder::evolve);
        List<Integer> levels = new ArrayList<>();
        for (List<ComplaintEvent> due = ladder.due(LATER, 500); !due.isEmpty(); due = ladder.due(LATER, 500)) {
            due.forEach(ladder::evolve);
            due.forEach(event -> levels.add(((DeadlineMissed) event).level()));
        }
        assertThat(levels).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aComplaintThatCannotBeReckonedHoldsUpNoOther() {
        AtomicBoolean broken = new AtomicBoolean();
        OpenClocks ladder = new OpenClocks(failing(broken));
        for (byte number = 1; number <= 2; number++) {
            Story story = new Story(ComplaintId.of(new byte[] {number, 2, 3, 4, 5, 6, 7, 8}));
            story.hears(story.submitted(ComplaintKind.COMPLAINT, MONDAY));
            story.hears(story.routed(MONDAY));
            story.ledger.forEach(ladder::evolve);
        }

        broken.set(true);
        List<ComplaintEvent> due = ladder.due(REMIND, 500);

        assertThat(due).singleElement().isInstanceOf(DeadlineNeared.class);
        assertThat(ladder.takeBroken()).hasSize(1).doesNotContain(due.getFirst().complaintId());
        assertThat(ladder.due(REMIND, 500)).isEqualTo(due);
        assertThat(ladder.takeBroken()).isEmpty();
    }

    @Test
    void aComplaintThatWasLeftOutIsLookedAtAgainWhenSomethingHappensToIt() {
        AtomicBoolean broken = new AtomicBoolean();
        OpenClocks ladder = new OpenClocks(failing(broken));
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.ledger.forEach(ladder::evolve);
        broken.set(true);
        assertThat(ladder.due(REMIND, 500)).isEmpty();
        assertThat(ladder.due(LATER, 500)).isEmpty();

        story.hears(story.verified("2026-06-10T16:00"));
        story.ledger.forEach(ladder::evolve);

        assertThat(ladder.due(LATER, 500)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    /** Fails once, on whoever is reckoned next. */
    private static Deadlines failing(AtomicBoolean once) {
        return new Deadlines(
                () -> {
                    if (once.getAndSet(false)) {
                        throw new IllegalStateException("whoever is reckoned next");
                    }
                    return ALMANAC;
                },
                PolicyFile.read(new ClassPathResource("sla/policies.yml")));
    }

    @Test
    void aFollowUpIsRemindedOfTwice() {
        OpenClocks ladder = new OpenClocks(REAL);
        Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY).ledger.forEach(ladder::evolve);
        // 14 days from the 8th, the 16th being a holiday: day 7 is the 18th, day 13 the 26th, day 14 the 29th.
        for (String when : List.of("2026-06-18T16:00", "2026-06-26T16:30")) {
            assertThat(ladder.due(at(when).minusSeconds(1), 500)).isEmpty();
            List<ComplaintEvent> due = ladder.due(at(when), 500);
            assertThat(due).singleElement().isInstanceOf(DeadlineNeared.class);
            due.forEach(ladder::evolve);
        }
    }

    @Test
    void aLongOverdueComplaintNeverGoesToTheOmbudsmanWithoutConsent() {
        OpenClocks ladder = overdue();
        assertThat(missed(ladder, at("2027-10-01T10:00")))
                .extracting(DeadlineMissed::escalatedTo, DeadlineMissed::needsConsent)
                .containsExactly(
                        tuple("national-desk", Optional.empty()), tuple("national-desk-head", Optional.empty()));
    }

    @Test
    void withConsentItIsHandedToTheOmbudsmanWhenThatIsDueAndOnce() {
        OpenClocks ladder = overdue();
        Instant handOver = at("2026-09-17T16:00"); // ten working days after Thursday, 3 September
        assertThat(missed(ladder, at("2026-09-04T10:00"))).hasSize(1);
        ladder.evolve(new Story().consented("2026-09-04T11:00"));

        assertThat(missed(ladder, handOver))
                .extracting(DeadlineMissed::escalatedTo)
                .containsExactly("national-desk-head");
        assertThat(missed(ladder, handOver.plusMillis(1)))
                .extracting(DeadlineMissed::escalatedTo, DeadlineMissed::needsConsent)
                .containsExactly(tuple("ombudsman", Optional.of(true)));
        ladder.evolve(new Story().consented("2026-09-18T11:00"));
        assertThat(missed(ladder, at("2027-10-01T10:00"))).isEmpty();
    }

    @Test
    void consentGivenLongAfterHandsItOnAtOnce() {
        OpenClocks ladder = overdue();
        assertThat(missed(ladder, at("2026-12-01T10:00"))).hasSize(2);
        ladder.evolve(new Story().consented("2026-12-01T11:00"));

        assertThat(missed(ladder, at("2026-12-01T11:00")))
                .extracting(DeadlineMissed::escalatedTo)
                .containsExactly("ombudsman");
    }

    private static OpenClocks overdue() {
        OpenClocks ladder = new OpenClocks(REAL);
        Story story = new Story();
        story.hears(story.submitted(ComplaintKind.COMPLAINT, MONDAY));
        story.ledger.forEach(ladder::evolve);
        return ladder;
    }

    private static List<DeadlineMissed> missed(OpenClocks ladder, Instant now) {
        List<DeadlineMissed> missed = new ArrayList<>();
        for (List<ComplaintEvent> due = ladder.due(now, 500); !due.isEmpty(); due = ladder.due(now, 500)) {
            due.forEach(ladder::evolve);
            due.stream()
                    .filter(DeadlineMissed.class::isInstance)
                    .map(DeadlineMissed.class::cast)
                    .forEach(missed::add);
        }
        return missed;
    }

    @Test
    void aDecreeMovesWhatIsOpenOnceAndNothingElse() {
        AtomicReference<Almanac> almanac = new AtomicReference<>(ALMANAC);
        Deadlines changing = new Deadlines(almanac::get, Story.ONE_LEVEL);
        OpenClocks open = new OpenClocks(changing);
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.ledger.forEach(open::evolve);
        assertThat(open.moved(at(MONDAY), 500)).isEmpty();
        almanac.set(ALMANAC.with(1, wednesdayOff()));
        assertThat(open.toBeMoved()).isEqualTo(1);
        List<DeadlineMoved> moved = open.moved(at(MONDAY), 500);
        assertThat(moved)
                .extracting(DeadlineMoved::clock, DeadlineMoved::from, DeadlineMoved::dueAt, DeadlineMoved::decree)
                .containsExactlyInAnyOrder(
                        tuple(INSTITUTION_VERIFICATION, DUE, at("2026-06-12T16:30"), "SE 1/2026"),
                        tuple(OVERALL, at("2026-09-03T16:00"), at("2026-09-04T16:30"), "SE 1/2026"));
        assertThat(open.moved(at(MONDAY), 500)).as("until it is taken in").isEqualTo(moved);
        moved.forEach(open::evolve);
        open.looked(500);
        assertThat(open.moved(at(MONDAY), 500))
                .allSatisfy(event -> assertThat(event).isNull());
        assertThat(open.due(DUE.plusSeconds(1), 500))
                .allSatisfy(event -> assertThat(event).isInstanceOf(DeadlineNeared.class));
        assertThat(open.due(at("2026-06-12T16:31"), 500)).singleElement().isInstanceOf(DeadlineMissed.class);
    }

    private static Decree wednesdayOff() {
        return new Decree(
                "SE 1/2026",
                Decree.NATION,
                List.of(new Decree.Day(LocalDate.parse("2026-06-10"), "Libur", Decree.Kind.LIBUR_NASIONAL)),
                List.of(),
                "admin",
                "because",
                at(MONDAY));
    }

    @Test
    void saysTheLongestDueFirstAndNoMoreThanAsked() {
        List<Story> stories = IntStream.range(0, 20)
                .mapToObj(i -> new Story(ComplaintId.of(
                        ByteBuffer.allocate(8).putLong((31L * i % 20) << 32).array())))
                .toList();
        for (int i = 0; i < stories.size(); i++) {
            Story story = stories.get(i);
            story.hears(story.routed("2026-06-08T10:00"));
            if (i % 2 == 0) {
                story.hears(story.verified("2026-06-0%dT10:00".formatted(8 + i / 10)));
            }
            story.ledger.forEach(clocks::evolve);
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

    private static OpenClocks empty() {
        return new OpenClocks(Story.DEADLINES);
    }

    private static Arguments verification(String name, BiFunction<Story, String, ComplaintEvent> step) {
        return Arguments.of("verification", name, Story.routed(ComplaintKind.COMPLAINT, MONDAY), step);
    }

    private static Arguments followUp(String name, BiFunction<Story, String, ComplaintEvent> step) {
        return Arguments.of("follow-up", name, Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY), step);
    }

    private static Arguments silence(String name, BiFunction<Story, String, ComplaintEvent> step) {
        return Arguments.of("silence", name, Story.answered(MONDAY), step);
    }
}
