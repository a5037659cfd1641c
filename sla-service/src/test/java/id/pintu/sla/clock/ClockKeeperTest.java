package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.Clock.DESK_VERIFICATION;
import static id.pintu.events.SlaEvent.Clock.FOLLOW_UP;
import static id.pintu.events.SlaEvent.Clock.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.Clock.OVERALL;
import static id.pintu.events.SlaEvent.Clock.REPORTER_SILENCE;
import static id.pintu.sla.calendar.Calendars.DECREED;
import static id.pintu.sla.clock.Story.at;
import static id.pintu.sla.clock.Story.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventJson;
import id.pintu.events.NotificationEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.events.Unrecognised;
import id.pintu.events.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClockKeeperTest {

    private static final String MONDAY = "2026-06-08T10:00";
    private static final String TUESDAY = "2026-06-09T10:00";
    private static final String WEDNESDAY = "2026-06-10T10:00";

    @Test
    void theDeskHasThreeDaysInWib() {
        Story story = new Story();
        ComplaintEvent held = story.held(MONDAY);
        assertThat(plain(story.hears(held)))
                .containsExactly(new DeadlineSet(
                        Stamp.after(held, DeadlineSet.class, at(MONDAY)),
                        DESK_VERIFICATION,
                        "desk-verification-3-working-days",
                        at("2026-06-10T16:00"),
                        at("2026-06-11T16:00")));
    }

    @Test
    void theDecisionOfTheDeskStartsTheVerificationInTheZoneOfTheInstitution() {
        Story story = new Story();
        story.hears(story.held(MONDAY));
        ComplaintEvent routed = story.routedToBali(TUESDAY);
        assertThat(plain(story.hears(routed)))
                .containsExactly(
                        new DeadlineMet(Stamp.after(routed, DeadlineMet.class, at(TUESDAY)), DESK_VERIFICATION),
                        new DeadlineSet(
                                Stamp.after(routed, DeadlineSet.class, at(TUESDAY)),
                                INSTITUTION_VERIFICATION,
                                "institution-verification-3-working-days",
                                at("2026-06-11T15:00"),
                                at("2026-06-12T15:30")));
    }

    @Test
    void aReportThatIsRoutedAtOnceNeverHadADeskClock() {
        Story story = new Story();
        assertThat(said(story.hears(story.submitted(ComplaintKind.COMPLAINT, MONDAY))))
                .isEmpty();
        assertThat(said(story.hears(story.routed(MONDAY)))).containsExactly("set institution-verification");
    }

    static Stream<Arguments> firstSteps() {
        return Stream.of(
                Arguments.of("verified", (BiFunction<Story, String, ComplaintEvent>) Story::verified),
                Arguments.of("unit assigned", (BiFunction<Story, String, ComplaintEvent>) Story::unitAssigned),
                Arguments.of("follow-up posted", (BiFunction<Story, String, ComplaintEvent>) Story::followUpPosted));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstSteps")
    void theFirstStepOfTheInstitutionStartsTheFollowUp(String name, BiFunction<Story, String, ComplaintEvent> step) {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(step.apply(story, TUESDAY))))
                .as(name)
                .containsExactly("met institution-verification", "set follow-up");
        assertThat(said(story.hears(step.apply(story, WEDNESDAY)))).isEmpty();
        assertThat(said(story.hears(story.verified(WEDNESDAY)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATION_REQUEST, 2026-06-15T16:00",
        "ASPIRATION, 2026-06-15T16:00",
        "COMPLAINT, 2026-06-29T16:00",
        "SUPERVISORY_COMPLAINT, 2026-09-03T16:00"
    })
    void theFollowUpTakesAsLongAsTheKindAllows(ComplaintKind kind, String due) {
        assertThat(Story.inFollowUp(kind, MONDAY).clocks.open())
                .map(deadline -> deadline.set().dueAt())
                .contains(at(due));
    }

    @Test
    void aQuestionAsTheFirstStepStartsTheFollowUpAndLetsItRest() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(story.asked(TUESDAY))))
                .containsExactly("met institution-verification", "set follow-up", "paused follow-up");
    }

    @Test
    void theReplyGivesBackExactlyTheWorkingTimeThatWasLeft() {
        Story story = Story.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        assertThat(plain(story.hears(story.asked(WEDNESDAY))))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlinePaused.class,
                        paused -> assertThat(paused.clock()).isEqualTo(FOLLOW_UP));
        assertThat(said(story.hears(story.asked("2026-06-10T11:00")))).isEmpty();
        // Left: Wednesday from 10:00, Thursday, Friday and Monday: 32 hours. Tuesday is a holiday.
        ComplaintEvent replied = story.replied("2026-06-12T10:00");
        assertThat(plain(story.hears(replied)))
                .containsExactly(new DeadlineSet(
                        Stamp.after(replied, DeadlineSet.class, replied.at()),
                        FOLLOW_UP,
                        "follow-up-information-request-5-working-days",
                        at("2026-06-17T16:00"),
                        at("2026-06-18T16:00")));
        assertThat(said(story.hears(story.replied("2026-06-12T11:00")))).isEmpty();
    }

    @Test
    void aQuestionAfterTheDueTimeDoesNotStopTheClock() {
        Story story = Story.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        assertThat(plain(story.hears(story.asked("2026-06-15T16:00")))).isEmpty();
        assertThat(plain(story.hears(story.replied("2026-06-17T10:00")))).isEmpty();
        assertThat(story.clocks.armed().map(Deadline::clock)).contains(FOLLOW_UP);
        assertThat(said(story.hears(story.resolved("2026-06-17T11:00"))))
                .containsExactly("met follow-up", "set reporter-silence");
    }

    @Test
    void theAnswerEndsTheFollowUpAndStartsTheSilence() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        ComplaintEvent resolved = story.resolved(TUESDAY);
        assertThat(plain(story.hears(resolved)))
                .containsExactly(
                        new DeadlineMet(Stamp.after(resolved, DeadlineMet.class, at(TUESDAY)), FOLLOW_UP),
                        new DeadlineSet(
                                Stamp.after(resolved, DeadlineSet.class, at(TUESDAY)),
                                REPORTER_SILENCE,
                                "reporter-silence-10-calendar-days",
                                at("2026-06-18T16:00"),
                                at("2026-06-19T16:30")));
    }

    @Test
    void anAnswerWithoutAStepBeforeItHasNoFollowUp() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(story.resolved(TUESDAY))))
                .containsExactly("met institution-verification", "set reporter-silence");
    }

    @Test
    void anAnswerEndsARestingFollowUp() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        story.hears(story.asked(TUESDAY));
        assertThat(said(story.hears(story.resolved(WEDNESDAY))))
                .containsExactly("met follow-up", "set reporter-silence");
    }

    @Test
    void aSecondAnswerGivesTheReporterTheirDaysAnew() {
        Story story = Story.answered(MONDAY);
        assertThat(said(story.hears(story.resolved(TUESDAY))))
                .containsExactly("met reporter-silence", "set reporter-silence");
    }

    @Test
    void aContestAfterTheAnswerGivesTheInstitutionItsDaysAnewAndAReplyThatCrossedItDoesNot() {
        Story replying = Story.answered(MONDAY);
        assertThat(plain(replying.hears(replying.replied(TUESDAY)))).isEmpty();
        Story contesting = Story.answered(MONDAY);
        assertThat(said(contesting.hears(contesting.contested(TUESDAY))))
                .containsExactly("met reporter-silence", "set follow-up");
        assertThat(contesting.clocks.open())
                .map(deadline -> deadline.set().dueAt())
                .contains(at("2026-06-30T16:00"));
    }

    @Test
    void aRatingClosesTheComplaint() {
        Story story = Story.answered(MONDAY);
        ComplaintEvent rated = story.rated(TUESDAY);
        assertThat(plain(story.hears(rated)))
                .containsExactly(
                        new DeadlineMet(Stamp.after(rated, DeadlineMet.class, at(TUESDAY)), REPORTER_SILENCE),
                        new ComplaintClosed(
                                Stamp.after(rated, ComplaintClosed.class, at(TUESDAY)),
                                REPORTER_SILENCE,
                                Outcome.RATED));
        assertThat(plain(story.hears(story.contested(WEDNESDAY)))).isEmpty();
    }

    @Test
    void nothingIsClosedByARatingOfWhatWasNotAnswered() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(plain(story.hears(story.rated(TUESDAY)))).isEmpty();
        assertThat(plain(story.hears(story.contested(TUESDAY)))).isEmpty();
        assertThat(plain(story.hears(story.replied(TUESDAY)))).isEmpty();
    }

    @Test
    void silenceIsTheEnd() {
        Story story = Story.answered(MONDAY);
        DeadlineSet silence = story.clocks.open().orElseThrow().set();
        story.folds(new ComplaintClosed(
                Stamp.after(silence, ComplaintClosed.class, at("2026-06-18T16:01")),
                REPORTER_SILENCE,
                Outcome.SILENCE));
        assertThat(story.clocks.open()).isEmpty();
        assertThat(plain(story.hears(story.replied("2026-06-19T10:00")))).isEmpty();
        assertThat(plain(story.hears(story.rated("2026-06-19T11:00")))).isEmpty();
    }

    @Test
    void aContestThatCameBeforeTheSilenceEndedWins() {
        Story story = Story.answered(MONDAY);
        DeadlineSet silence = story.clocks.open().orElseThrow().set();
        story.hears(story.contested("2026-06-18T16:00"));
        story.folds(new ComplaintClosed(
                Stamp.after(silence, ComplaintClosed.class, at("2026-06-18T16:01")),
                REPORTER_SILENCE,
                Outcome.SILENCE));
        assertThat(story.clocks.open()).map(Deadline::clock).contains(FOLLOW_UP);
    }

    @Test
    void aReRouteGivesTheNewInstitutionItsOwnDays() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(story.routedToBali(TUESDAY))))
                .containsExactly("met institution-verification", "set institution-verification");
        assertThat(story.clocks.open()).map(deadline -> deadline.set().dueAt()).contains(at("2026-06-12T15:30"));
    }

    @Test
    void aReturnOrATransferEndsTheTurnAndTheNextDecisionBeginsAnother() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(story.returned(TUESDAY)))).containsExactly("met follow-up");
        assertThat(said(story.hears(story.transferred(TUESDAY)))).isEmpty();
        assertThat(said(story.hears(story.held(TUESDAY)))).containsExactly("set desk-verification");
        assertThat(said(story.hears(story.routedToBali(WEDNESDAY))))
                .containsExactly("met desk-verification", "set institution-verification");
    }

    static Stream<Arguments> ends() {
        return Stream.of(Arguments.of("withdrawn", (BiFunction<Story, String, ComplaintEvent>) Story::withdrawn));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void whatHasEndedHasNoClock(String name, BiFunction<Story, String, ComplaintEvent> end) {
        Story story = Story.answered(MONDAY);
        assertThat(said(story.hears(end.apply(story, TUESDAY)))).as(name).containsExactly("met reporter-silence");
        assertThat(plain(story.hears(story.routed(WEDNESDAY)))).isEmpty();
        assertThat(plain(story.hears(story.contested(WEDNESDAY)))).isEmpty();

        Story unstarted = new Story();
        unstarted.hears(unstarted.submitted(ComplaintKind.COMPLAINT, MONDAY));
        assertThat(plain(unstarted.hears(end.apply(unstarted, TUESDAY))))
                .as(name)
                .isEmpty();
    }

    @Test
    void theOverallClockGoesOnOverAllHopsAndEndsWithTheAnswer() {
        Story story = new Story();
        ComplaintEvent submitted = story.submitted(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(story.hears(submitted)).singleElement().isInstanceOfSatisfying(DeadlineSet.class, set -> {
            assertThat(set.clock()).isEqualTo(OVERALL);
            assertThat(set.dueAt()).isEqualTo(at("2026-09-03T16:00"));
        });
        story.hears(story.routed(MONDAY));
        story.hears(story.returned(TUESDAY));
        story.hears(story.routedToBali(TUESDAY));
        assertThat(story.clocks.overall()).map(open -> open.basis().start()).contains(at(MONDAY));
        assertThat(overall(story.hears(story.resolved(WEDNESDAY)))).containsExactly("deadline-met");
        assertThat(overall(story.hears(story.contested("2026-06-11T10:00")))).containsExactly("deadline-set");
        assertThat(story.clocks.overall())
                .as("as if there had been no answer")
                .map(open -> open.set().dueAt())
                .contains(at("2026-09-03T16:00"));
        assertThat(overall(story.hears(story.withdrawn("2026-06-12T10:00")))).containsExactly("deadline-met");
    }

    @Test
    void aContestAfterTheLastOverallDayDoesNotEscalateItAgain() {
        Story story = new Story();
        story.hears(story.submitted(ComplaintKind.COMPLAINT, MONDAY));
        story.hears(story.routed(MONDAY));
        story.hears(story.resolved("2026-09-03T15:00"));
        assertThat(overall(story.hears(story.contested("2026-09-04T10:00")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISORY_COMPLAINT, 2026-09-03T16:00", "INFORMATION_REQUEST, 2026-06-15T16:00"})
    void aReclassificationCountsByTheOtherLimitFromWhereTheTurnBegan(ComplaintKind kind, String due) {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(said(story.hears(story.reclassified(kind, WEDNESDAY)))).containsExactly("set follow-up");
        assertThat(story.clocks.open()).map(open -> open.set().dueAt()).contains(at(due));
        assertThat(story.clocks.armed().map(Deadline::clock)).contains(FOLLOW_UP);
    }

    @Test
    void aRestingClockLearnsOfItsNewKindWhenItGoesOn() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        story.hears(story.asked(TUESDAY));
        assertThat(said(story.hears(story.reclassified(ComplaintKind.INFORMATION_REQUEST, TUESDAY))))
                .isEmpty();
        story.hears(story.replied(WEDNESDAY));
        // Five days from Monday end on the 15th; one day's rest, and the 16th is a holiday.
        assertThat(story.clocks.open()).map(open -> open.set().dueAt()).contains(at("2026-06-17T16:00"));
    }

    @Test
    void whoUsedHowManyWorkingHoursIsKeptByHop() {
        Story story = Story.routed(ComplaintKind.COMPLAINT, MONDAY);
        story.hears(story.asked("2026-06-08T12:00"));
        story.hears(story.replied("2026-06-08T14:00"));
        story.hears(story.returned(TUESDAY));
        story.hears(story.routedToBali(TUESDAY));
        story.hears(story.resolvedByBali(WEDNESDAY));
        assertThat(story.clocks.journey().hops())
                .extracting(
                        hop -> hop.place().institution(),
                        hop -> hop.used(DECREED.in(hop.place().zone()), at("2026-07-01T10:00")))
                .containsExactly(
                        // Monday 10:00 to 16:00 without two hours, Tuesday 07:30 to 10:00
                        Tuple.tuple(Story.PADANG, Duration.ofMinutes(4 * 60 + 150)),
                        // in WITA: Tuesday 11:00 to 16:00, Wednesday 07:30 to 11:00
                        Tuple.tuple(Story.BALI, Duration.ofMinutes(5 * 60 + 210)));
    }

    private static List<String> overall(List<ComplaintEvent> words) {
        return words.stream()
                .filter(word -> ((SlaEvent) word).clock() == OVERALL)
                .map(EventJson::wireName)
                .toList();
    }

    @Test
    void whatWasArchivedHasNoClockUntilTheDeskLooksAtItAgain() {
        Story story = new Story();
        story.hears(story.submitted(ComplaintKind.COMPLAINT, MONDAY));
        story.hears(story.held(MONDAY));
        assertThat(said(story.hears(story.archived(TUESDAY)))).containsExactly("met desk-verification");
        assertThat(said(story.hears(story.contested(WEDNESDAY)))).isEmpty();
        assertThat(said(story.hears(story.held(WEDNESDAY)))).containsExactly("set desk-verification");
    }

    @Test
    void hearsEverythingButNotificationsAndWhatItDoesNotKnow() {
        List<Class<? extends ComplaintEvent>> unheard = EventJson.types().values().stream()
                .filter(type -> !ClockKeeper.hears(type))
                .toList();
        assertThat(unheard)
                .containsExactlyInAnyOrder(
                        NotificationEvent.ReporterNotified.class,
                        NotificationEvent.NotificationAbandoned.class,
                        Unrecognised.class);
    }

    @Test
    void itsStateSurvivesBeingWrittenDown() {
        Story story = Story.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        story.hears(story.asked(TUESDAY));
        byte[] written = WireJson.MAPPER.writeValueAsBytes(story.clocks);
        assertThat(WireJson.MAPPER.readValue(written, ComplaintClocks.class)).isEqualTo(story.clocks);
    }

    private static List<String> said(List<ComplaintEvent> words) {
        return plain(words).stream()
                .map(word -> EventJson.wireName(word).replaceAll("deadline-|complaint-", "") + " "
                        + WireJson.MAPPER.convertValue(((SlaEvent) word).clock(), String.class))
                .toList();
    }
}
