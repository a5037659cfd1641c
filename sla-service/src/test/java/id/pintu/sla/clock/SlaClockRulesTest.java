package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.SlaClockType.DESK_VERIFICATION;
import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.SlaClockType.OVERALL;
import static id.pintu.events.SlaEvent.SlaClockType.REPORTER_SILENCE;
import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static id.pintu.sla.calendar.DecreedCalendarFixture.DECREED;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WIB;
import static id.pintu.sla.clock.ComplaintScenario.at;
import static id.pintu.sla.clock.ComplaintScenario.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.ExtensionRefusal;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.GracePeriod;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.events.WireJsonMapper;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.DeadlineExplanationFormatter;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.policy.SlaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlaClockRulesTest {

    private static final String MONDAY = "2026-06-08T10:00";
    private static final String TUESDAY = "2026-06-09T10:00";
    private static final String WEDNESDAY = "2026-06-10T10:00";

    @Test
    void theDeskHasThreeWorkingDaysInWib() {
        ComplaintScenario scenario = new ComplaintScenario();
        ComplaintEvent held = scenario.held(MONDAY);
        assertThat(plain(scenario.handle(held)))
                .containsExactly(new DeadlineSet(
                        EventMetadata.causedBy(held, DeadlineSet.class, at(MONDAY)),
                        DESK_VERIFICATION,
                        "desk-verification-3-working-days",
                        at("2026-06-10T16:00"),
                        at("2026-06-11T16:00"),
                        ComplaintScenario.NO_BASIS));
    }

    @Test
    void routingByTheDeskStartsTheVerificationInTheInstitutionsTimeZone() {
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.held(MONDAY));
        ComplaintEvent routed = scenario.routedToBali(TUESDAY);
        assertThat(plain(scenario.handle(routed)))
                .containsExactly(
                        new DeadlineMet(
                                EventMetadata.causedBy(routed, DeadlineMet.class, at(TUESDAY)), DESK_VERIFICATION),
                        new DeadlineSet(
                                EventMetadata.causedBy(routed, DeadlineSet.class, at(TUESDAY)),
                                INSTITUTION_VERIFICATION,
                                "institution-verification-3-working-days",
                                at("2026-06-11T15:00"),
                                at("2026-06-12T15:30"),
                                ComplaintScenario.NO_BASIS));
    }

    @Test
    void aReportRoutedWithoutTheDeskHasNoDeskClock() {
        ComplaintScenario scenario = new ComplaintScenario();
        assertThat(emitted(scenario.handle(scenario.submitted(ComplaintKind.COMPLAINT, MONDAY))))
                .isEmpty();
        assertThat(emitted(scenario.handle(scenario.routed(MONDAY)))).containsExactly("set institution-verification");
    }

    static Stream<Arguments> firstSteps() {
        return Stream.of(
                Arguments.of("verified", (BiFunction<ComplaintScenario, String, ComplaintEvent>)
                        ComplaintScenario::verified),
                Arguments.of("unit assigned", (BiFunction<ComplaintScenario, String, ComplaintEvent>)
                        ComplaintScenario::unitAssigned),
                Arguments.of("follow-up posted", (BiFunction<ComplaintScenario, String, ComplaintEvent>)
                        ComplaintScenario::followUpPosted));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstSteps")
    void theFirstStepOfTheInstitutionStartsTheFollowUp(
            String name, BiFunction<ComplaintScenario, String, ComplaintEvent> step) {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(step.apply(scenario, TUESDAY))))
                .as(name)
                .containsExactly("met institution-verification", "set follow-up");
        assertThat(emitted(scenario.handle(step.apply(scenario, WEDNESDAY)))).isEmpty();
        assertThat(emitted(scenario.handle(scenario.verified(WEDNESDAY)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATION_REQUEST, 2026-06-15T16:00",
        "ASPIRATION, 2026-06-15T16:00",
        "COMPLAINT, 2026-06-29T16:00",
        "SUPERVISORY_COMPLAINT, 2026-09-03T16:00"
    })
    void theFollowUpLimitDependsOnTheKind(ComplaintKind kind, String due) {
        assertThat(ComplaintScenario.inFollowUp(kind, MONDAY).clocks.deadlines().open())
                .map(deadline -> deadline.set().dueAt())
                .contains(at(due));
    }

    @Test
    void aQuestionAsTheFirstStepStartsTheFollowUpAndPausesIt() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(scenario.asked(TUESDAY))))
                .containsExactly("met institution-verification", "set follow-up", "paused follow-up");
    }

    @Test
    void theReplyResumesTheClockWithTheWorkingTimeThatWasLeft() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        assertThat(plain(scenario.handle(scenario.asked(WEDNESDAY))))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlinePaused.class,
                        paused -> assertThat(paused.clock()).isEqualTo(FOLLOW_UP));
        assertThat(emitted(scenario.handle(scenario.asked("2026-06-10T11:00")))).isEmpty();
        // Left: Wednesday from 10:00, Thursday, Friday and Monday: 32 hours. Tuesday is a holiday.
        ComplaintEvent replied = scenario.replied("2026-06-12T10:00");
        assertThat(plain(scenario.handle(replied)))
                .containsExactly(new DeadlineSet(
                        EventMetadata.causedBy(replied, DeadlineSet.class, replied.at()),
                        FOLLOW_UP,
                        "follow-up-information-request-5-working-days",
                        at("2026-06-17T16:00"),
                        at("2026-06-18T16:00"),
                        ComplaintScenario.NO_BASIS));
        assertThat(emitted(scenario.handle(scenario.replied("2026-06-12T11:00"))))
                .isEmpty();
    }

    @Test
    void aQuestionAfterTheDueTimeDoesNotPauseTheClock() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.INFORMATION_REQUEST, MONDAY);
        assertThat(plain(scenario.handle(scenario.asked("2026-06-15T16:00")))).isEmpty();
        assertThat(plain(scenario.handle(scenario.replied("2026-06-17T10:00")))).isEmpty();
        assertThat(scenario.clocks.armed().map(DeadlineState::clock)).contains(FOLLOW_UP);
        assertThat(emitted(scenario.handle(scenario.resolved("2026-06-17T11:00"))))
                .containsExactly("met follow-up", "set reporter-silence");
    }

    /** An information request has 5 working days: until 15 June for the follow-up of Monday, the 8th. */
    @Test
    void aReclassificationIntoThePastLeavesOneWorkingDayAndTheDerivationSaysSo() {
        ComplaintScenario running = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        running.handle(running.reclassified(ComplaintKind.INFORMATION_REQUEST, "2026-06-22T10:00"));
        assertThat(running.clocks.deadlines().open()).hasValueSatisfying(open -> {
            assertThat(open.set().dueAt()).isEqualTo(at("2026-06-23T16:00"));
            assertThat(open.basis().grace()).contains(new GracePeriod(at("2026-06-22T10:00"), 1));
            assertThat(DeadlineExplanationFormatter.lines(
                            DeadlineCalculator.explain(CALENDARS.of(ComplaintScenario.PADANG, WIB), open.basis())))
                    .anyMatch(line -> line.startsWith("Sekurang-kurangnya / at least: 1 hari kerja"))
                    .contains("Jatuh tempo / due: Selasa, 23 Juni 2026 pukul 16.00 WIB");
        });
    }

    /** 14 working days from Monday, the 8th, end on 29 June (the 16th is a holiday); 7 more on 8 July. */
    @Test
    void anExtensionAddsWorkingDaysOnceAndTheDerivationSaysSo() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        Instant before = dueAt(scenario);
        assertThat(emitted(scenario.handle(scenario.extensionRequested("2026-06-22T10:00"))))
                .containsExactly("set follow-up");
        assertThat(scenario.clocks.deadlines().open()).hasValueSatisfying(open -> {
            assertThat(open.set().dueAt())
                    .isEqualTo(CALENDARS.of(ComplaintScenario.PADANG, WIB).workingDaysPast(before, 7));
            assertThat(open.set().remindAt()).isAfter(at("2026-06-22T10:00"));
            assertThat(open.basis().extension())
                    .contains(new Extension(7, "Waiting for a part", at("2026-06-22T10:00")));
            assertThat(DeadlineExplanationFormatter.lines(
                            DeadlineCalculator.explain(CALENDARS.of(ComplaintScenario.PADANG, WIB), open.basis())))
                    .anyMatch(line -> line.startsWith("Diperpanjang / extended: 7 hari kerja"));
        });
        assertThat(scenario.handle(scenario.extensionRequested(TUESDAY)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ExtensionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ExtensionRefusal.ALREADY_EXTENDED));
    }

    @Test
    void anExtensionSurvivesAPauseAndEndsWithItsTurn() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.extensionRequested(TUESDAY));
        Instant extended = dueAt(scenario);
        scenario.handle(scenario.asked("2026-06-10T10:00"));
        scenario.handle(scenario.replied("2026-06-11T10:00"));
        assertThat(dueAt(scenario)).isAfter(extended);
        assertThat(scenario.clocks.deadlines().open().orElseThrow().basis().extension())
                .isPresent();

        assertThat(emitted(scenario.handle(scenario.resolved("2026-06-12T10:00"))))
                .containsExactly("met follow-up", "set reporter-silence");
        scenario.handle(scenario.contested("2026-06-15T10:00"));
        assertThat(scenario.clocks.deadlines().open().orElseThrow().basis().extension())
                .isEmpty();
    }

    @Test
    void noExtensionIsGrantedWhereNoFollowUpOfTheInstitutionRuns() {
        ComplaintScenario unverified = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        ComplaintScenario paused = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        paused.handle(paused.asked(TUESDAY));
        ComplaintScenario late = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        ComplaintScenario others = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);

        assertThat(Stream.of(
                                unverified.handle(unverified.extensionRequested(TUESDAY)),
                                paused.handle(paused.extensionRequested(WEDNESDAY)),
                                late.handle(late.extensionRequested("2026-07-20T10:00")),
                                others.handle(others.extensionRequestedBy(ComplaintScenario.BALI, TUESDAY)))
                        .flatMap(List::stream))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ExtensionRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(ExtensionRefusal.NOT_RUNNING)));
    }

    @Test
    void noExtensionIsGrantedWithoutAPolicyForIt() {
        SlaPolicy bundled = ComplaintScenario.ONE_LEVEL.newestFirst().getFirst();
        SlaPolicies none = new SlaPolicies(List.of(new SlaPolicy(
                "none", bundled.validFrom(), bundled.limits(), bundled.reminders(), bundled.escalations())));
        SlaClockRules rules = new SlaClockRules(new DeadlineEventFactory(() -> CALENDARS, none));
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);

        assertThat(rules.react(scenario.clocks, scenario.extensionRequested(TUESDAY), at(TUESDAY)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ExtensionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ExtensionRefusal.NO_POLICY));
    }

    private static Instant dueAt(ComplaintScenario scenario) {
        return scenario.clocks.deadlines().open().orElseThrow().set().dueAt();
    }

    @Test
    void aReclassificationDuringAPauseLeavesOneWorkingDayFromTheReply() {
        ComplaintScenario paused = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        paused.handle(paused.asked("2026-06-19T10:00"));
        paused.handle(paused.reclassified(ComplaintKind.INFORMATION_REQUEST, "2026-06-22T10:00"));
        paused.handle(paused.replied("2026-06-24T10:00"));
        assertThat(paused.clocks.deadlines().open())
                .map(open -> open.set().dueAt())
                .contains(at("2026-06-25T16:00"));
    }

    @Test
    void aReclassificationOfWhatIsOverdueOrToALimitThatLeavesTimeHasNoGrace() {
        ComplaintScenario overdue = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        overdue.handle(overdue.reclassified(ComplaintKind.INFORMATION_REQUEST, "2026-07-20T10:00"));
        assertThat(overdue.clocks.deadlines().open())
                .map(open -> open.set().dueAt())
                .contains(at("2026-06-15T16:00"));
        ComplaintScenario early = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        early.handle(early.reclassified(ComplaintKind.INFORMATION_REQUEST, TUESDAY));
        assertThat(early.clocks.deadlines().open()).hasValueSatisfying(open -> {
            assertThat(open.set().dueAt()).isEqualTo(at("2026-06-15T16:00"));
            assertThat(open.basis().grace()).isEmpty();
        });
    }

    @Test
    void theAnswerEndsTheFollowUpAndStartsTheReporterSilenceClock() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        ComplaintEvent resolved = scenario.resolved(TUESDAY);
        assertThat(plain(scenario.handle(resolved)))
                .containsExactly(
                        new DeadlineMet(EventMetadata.causedBy(resolved, DeadlineMet.class, at(TUESDAY)), FOLLOW_UP),
                        new DeadlineSet(
                                EventMetadata.causedBy(resolved, DeadlineSet.class, at(TUESDAY)),
                                REPORTER_SILENCE,
                                "reporter-silence-10-calendar-days",
                                at("2026-06-18T16:00"),
                                at("2026-06-19T16:30"),
                                ComplaintScenario.NO_BASIS));
    }

    @Test
    void anAnswerAsTheFirstStepStartsNoFollowUp() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(scenario.resolved(TUESDAY))))
                .containsExactly("met institution-verification", "set reporter-silence");
    }

    @Test
    void anAnswerEndsAPausedFollowUp() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.asked(TUESDAY));
        assertThat(emitted(scenario.handle(scenario.resolved(WEDNESDAY))))
                .containsExactly("met follow-up", "set reporter-silence");
    }

    @Test
    void aSecondAnswerRestartsTheReporterSilenceClock() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        assertThat(emitted(scenario.handle(scenario.resolved(TUESDAY))))
                .containsExactly("met reporter-silence", "set reporter-silence");
    }

    @Test
    void aContestRestartsTheFollowUpAndAReplyAfterTheAnswerDoesNot() {
        ComplaintScenario replying = ComplaintScenario.answered(MONDAY);
        assertThat(plain(replying.handle(replying.replied(TUESDAY)))).isEmpty();
        ComplaintScenario contesting = ComplaintScenario.answered(MONDAY);
        assertThat(emitted(contesting.handle(contesting.contested(TUESDAY))))
                .containsExactly("met reporter-silence", "set follow-up");
        assertThat(contesting.clocks.deadlines().open())
                .map(deadline -> deadline.set().dueAt())
                .contains(at("2026-06-30T16:00"));
    }

    @Test
    void aRatingClosesTheComplaint() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        ComplaintEvent rated = scenario.rated(TUESDAY);
        assertThat(plain(scenario.handle(rated)))
                .containsExactly(
                        new DeadlineMet(
                                EventMetadata.causedBy(rated, DeadlineMet.class, at(TUESDAY)), REPORTER_SILENCE),
                        new ComplaintClosed(
                                EventMetadata.causedBy(rated, ComplaintClosed.class, at(TUESDAY)),
                                REPORTER_SILENCE,
                                ClosureReason.RATED));
        assertThat(plain(scenario.handle(scenario.contested(WEDNESDAY)))).isEmpty();
    }

    @Test
    void aRatingBeforeTheAnswerClosesNothing() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(plain(scenario.handle(scenario.rated(TUESDAY)))).isEmpty();
        assertThat(plain(scenario.handle(scenario.contested(TUESDAY)))).isEmpty();
        assertThat(plain(scenario.handle(scenario.replied(TUESDAY)))).isEmpty();
    }

    @Test
    void closureBySilenceEndsAllClocks() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        DeadlineSet silence = scenario.clocks.deadlines().open().orElseThrow().set();
        scenario.applyOwn(new ComplaintClosed(
                EventMetadata.causedBy(silence, ComplaintClosed.class, at("2026-06-18T16:01")),
                REPORTER_SILENCE,
                ClosureReason.SILENCE));
        assertThat(scenario.clocks.deadlines().open()).isEmpty();
        assertThat(plain(scenario.handle(scenario.replied("2026-06-19T10:00")))).isEmpty();
        assertThat(plain(scenario.handle(scenario.rated("2026-06-19T11:00")))).isEmpty();
    }

    @Test
    void aContestBeforeClosureBySilenceWins() {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        DeadlineSet silence = scenario.clocks.deadlines().open().orElseThrow().set();
        scenario.handle(scenario.contested("2026-06-18T16:00"));
        scenario.applyOwn(new ComplaintClosed(
                EventMetadata.causedBy(silence, ComplaintClosed.class, at("2026-06-18T16:01")),
                REPORTER_SILENCE,
                ClosureReason.SILENCE));
        assertThat(scenario.clocks.deadlines().open()).map(DeadlineState::clock).contains(FOLLOW_UP);
    }

    @Test
    void aReRouteStartsTheVerificationOfTheNewInstitution() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(scenario.routedToBali(TUESDAY))))
                .containsExactly("met institution-verification", "set institution-verification");
        assertThat(scenario.clocks.deadlines().open())
                .map(deadline -> deadline.set().dueAt())
                .contains(at("2026-06-12T15:30"));
    }

    @Test
    void aReturnOrTransferEndsTheClockAndTheNextRoutingStartsAnother() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(scenario.returned(TUESDAY)))).containsExactly("met follow-up");
        assertThat(emitted(scenario.handle(scenario.transferred(TUESDAY)))).isEmpty();
        assertThat(emitted(scenario.handle(scenario.held(TUESDAY)))).containsExactly("set desk-verification");
        assertThat(emitted(scenario.handle(scenario.routedToBali(WEDNESDAY))))
                .containsExactly("met desk-verification", "set institution-verification");
    }

    static Stream<Arguments> ends() {
        return Stream.of(Arguments.of(
                "withdrawn", (BiFunction<ComplaintScenario, String, ComplaintEvent>) ComplaintScenario::withdrawn));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void anEndedComplaintHasNoClock(String name, BiFunction<ComplaintScenario, String, ComplaintEvent> end) {
        ComplaintScenario scenario = ComplaintScenario.answered(MONDAY);
        assertThat(emitted(scenario.handle(end.apply(scenario, TUESDAY))))
                .as(name)
                .containsExactly("met reporter-silence");
        assertThat(plain(scenario.handle(scenario.routed(WEDNESDAY)))).isEmpty();
        assertThat(plain(scenario.handle(scenario.contested(WEDNESDAY)))).isEmpty();

        ComplaintScenario unstarted = new ComplaintScenario();
        unstarted.handle(unstarted.submitted(ComplaintKind.COMPLAINT, MONDAY));
        assertThat(plain(unstarted.handle(end.apply(unstarted, TUESDAY))))
                .as(name)
                .isEmpty();
    }

    @Test
    void theOverallClockRunsAcrossInstitutionsAndEndsWithTheAnswer() {
        ComplaintScenario scenario = new ComplaintScenario();
        ComplaintEvent submitted = scenario.submitted(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(scenario.handle(submitted)).singleElement().isInstanceOfSatisfying(DeadlineSet.class, set -> {
            assertThat(set.clock()).isEqualTo(OVERALL);
            assertThat(set.dueAt()).isEqualTo(at("2026-09-03T16:00"));
        });
        scenario.handle(scenario.routed(MONDAY));
        scenario.handle(scenario.returned(TUESDAY));
        scenario.handle(scenario.routedToBali(TUESDAY));
        assertThat(scenario.clocks.deadlines().overall())
                .map(open -> open.basis().start())
                .contains(at(MONDAY));
        assertThat(overall(scenario.handle(scenario.resolved(WEDNESDAY)))).containsExactly("deadline-met");
        assertThat(overall(scenario.handle(scenario.contested("2026-06-11T10:00"))))
                .containsExactly("deadline-set");
        assertThat(scenario.clocks.deadlines().overall())
                .as("as if there had been no answer")
                .map(open -> open.set().dueAt())
                .contains(at("2026-09-03T16:00"));
        assertThat(overall(scenario.handle(scenario.withdrawn("2026-06-12T10:00"))))
                .containsExactly("deadline-met");
    }

    @Test
    void aContestAfterTheOverallDueTimeDoesNotRestartTheOverallClock() {
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.submitted(ComplaintKind.COMPLAINT, MONDAY));
        scenario.handle(scenario.routed(MONDAY));
        scenario.handle(scenario.resolved("2026-09-03T15:00"));
        assertThat(overall(scenario.handle(scenario.contested("2026-09-04T10:00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISORY_COMPLAINT, 2026-09-03T16:00", "INFORMATION_REQUEST, 2026-06-15T16:00"})
    void aReclassificationAppliesTheNewLimitFromTheStartOfTheFollowUp(ComplaintKind kind, String due) {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        assertThat(emitted(scenario.handle(scenario.reclassified(kind, WEDNESDAY))))
                .containsExactly("set follow-up");
        assertThat(scenario.clocks.deadlines().open())
                .map(open -> open.set().dueAt())
                .contains(at(due));
        assertThat(scenario.clocks.armed().map(DeadlineState::clock)).contains(FOLLOW_UP);
    }

    @Test
    void aPausedClockAppliesItsNewKindWhenItResumes() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.asked(TUESDAY));
        assertThat(emitted(scenario.handle(scenario.reclassified(ComplaintKind.INFORMATION_REQUEST, TUESDAY))))
                .isEmpty();
        scenario.handle(scenario.replied(WEDNESDAY));
        // Five days from Monday end on the 15th; one day was paused, and the 16th is a holiday.
        assertThat(scenario.clocks.deadlines().open())
                .map(open -> open.set().dueAt())
                .contains(at("2026-06-17T16:00"));
    }

    @Test
    void workingHoursAreKeptForEachStay() {
        ComplaintScenario scenario = ComplaintScenario.routed(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.asked("2026-06-08T12:00"));
        scenario.handle(scenario.replied("2026-06-08T14:00"));
        scenario.handle(scenario.returned(TUESDAY));
        scenario.handle(scenario.routedToBali(TUESDAY));
        scenario.handle(scenario.resolvedByBali(WEDNESDAY));
        assertThat(scenario.clocks.handling().stayHistory().stays())
                .extracting(
                        stay -> stay.party().institution(),
                        stay -> stay.used(DECREED.in(stay.party().zone()), at("2026-07-01T10:00")))
                .containsExactly(
                        // Monday 10:00 to 16:00 without two hours, Tuesday 07:30 to 10:00
                        Tuple.tuple(ComplaintScenario.PADANG, Duration.ofMinutes(4 * 60 + 150)),
                        // in WITA: Tuesday 11:00 to 16:00, Wednesday 07:30 to 11:00
                        Tuple.tuple(ComplaintScenario.BALI, Duration.ofMinutes(5 * 60 + 210)));
    }

    private static List<String> overall(List<ComplaintEvent> events) {
        return events.stream()
                .filter(event -> ((SlaEvent) event).clock() == OVERALL)
                .map(EventJsonCodec::wireName)
                .toList();
    }

    @Test
    void anArchivedComplaintHasNoClockUntilItIsHeldForTheDeskAgain() {
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.submitted(ComplaintKind.COMPLAINT, MONDAY));
        scenario.handle(scenario.held(MONDAY));
        assertThat(emitted(scenario.handle(scenario.archived(TUESDAY)))).containsExactly("met desk-verification");
        assertThat(emitted(scenario.handle(scenario.contested(WEDNESDAY)))).isEmpty();
        assertThat(emitted(scenario.handle(scenario.held(WEDNESDAY)))).containsExactly("set desk-verification");
    }

    @Test
    void consumesAllEventTypesButNotificationsAndUnrecognisedOnes() {
        List<Class<? extends ComplaintEvent>> ignored = EventJsonCodec.types().values().stream()
                .filter(type -> !ComplaintScenario.RULES.consumes(type))
                .toList();
        assertThat(ignored)
                .containsExactlyInAnyOrder(
                        NotificationEvent.ReporterNotified.class,
                        NotificationEvent.NotificationAbandoned.class,
                        UnrecognisedEvent.class);
    }

    @Test
    void itsStateSurvivesAJsonRoundTrip() {
        ComplaintScenario scenario = ComplaintScenario.inFollowUp(ComplaintKind.COMPLAINT, MONDAY);
        scenario.handle(scenario.asked(TUESDAY));
        byte[] json = WireJsonMapper.MAPPER.writeValueAsBytes(scenario.clocks);
        assertThat(WireJsonMapper.MAPPER.readValue(json, ComplaintClockState.class))
                .isEqualTo(scenario.clocks);
    }

    private static List<String> emitted(List<ComplaintEvent> events) {
        return plain(events).stream()
                .map(event -> EventJsonCodec.wireName(event).replaceAll("deadline-|complaint-", "") + " "
                        + WireJsonMapper.MAPPER.convertValue(((SlaEvent) event).clock(), String.class))
                .toList();
    }
}
