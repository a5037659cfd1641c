package id.pintu.intake.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.Stamp;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.intake.reporting.ReporterCommand.Consent;
import id.pintu.intake.reporting.ReporterCommand.Contest;
import id.pintu.intake.reporting.ReporterCommand.Rate;
import id.pintu.intake.reporting.ReporterCommand.Reply;
import id.pintu.intake.reporting.ReporterCommand.Submit;
import id.pintu.intake.reporting.ReporterCommand.Withdraw;
import id.pintu.intake.reporting.Reporting.Ombudsman;
import id.pintu.intake.reporting.Reporting.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReporterRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final ComplaintId ID = ComplaintId.of(new byte[8]);
    private static final UUID COMMAND = new UUID(1, 2);
    private static final Report REPORT = new Report(
            Door.WEB,
            ComplaintKind.COMPLAINT,
            "Lubang",
            "Jalan rusak",
            Report.Place.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Report.Privacy.OPEN);

    private static final ComplaintEvent SUBMITTED = new ComplaintSubmitted(stamp(ComplaintSubmitted.class), REPORT);
    private static final ComplaintEvent RESOLVED =
            new ComplaintResolved(stamp(ComplaintResolved.class), "K.PU", "Done");
    private static final ComplaintEvent CONTESTED = new ComplaintContested(stamp(ComplaintContested.class), "No");
    private static final ComplaintEvent RATED = new ComplaintRated(stamp(ComplaintRated.class), 5, "");
    private static final ComplaintEvent WITHDRAWN = new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "Solved");
    private static final ComplaintEvent ARCHIVED = new ComplaintArchived(
            stamp(ComplaintArchived.class), "Too general", Optional.of(ArchiveGround.TOO_GENERAL));
    private static final ComplaintEvent CLOSED = new ComplaintClosed(
            stamp(ComplaintClosed.class), SlaEvent.Clock.REPORTER_SILENCE, SlaEvent.Outcome.SILENCE);

    private static final ComplaintEvent OVERDUE = missed(SlaEvent.Clock.OVERALL);
    private static final ComplaintEvent AGREED = new OmbudsmanConsentGiven(stamp(OmbudsmanConsentGiven.class));

    private static final Map<String, ReporterCommand> COMMANDS = Map.of(
            "submit", new Submit(COMMAND, ID, REPORT),
            "reply", new Reply(COMMAND, ID, "More"),
            "withdraw", new Withdraw(COMMAND, ID, "Solved"),
            "contest", new Contest(COMMAND, ID, "No"),
            "rate", new Rate(COMMAND, ID, 5, ""),
            "consent", new Consent(COMMAND, ID));

    private final ReporterRules rules = new ReporterRules();

    @ParameterizedTest(name = "{1} while {0}: {2}")
    @CsvSource({
        "UNKNOWN,  submit,   complaint-submitted",
        "OPEN,     submit,   already-submitted",
        "ANSWERED, submit,   already-submitted",
        "CLOSED,   submit,   already-submitted",
        "ENDED,    submit,   already-submitted",
        "UNKNOWN,  reply,    unknown-complaint",
        "OPEN,     reply,    complaint-replied",
        "ANSWERED, reply,    answered",
        "CLOSED,   reply,    ended",
        "ARCHIVED, reply,    archived",
        "ARCHIVED, contest,  complaint-contested",
        "ARCHIVED, rate,     archived",
        "ENDED,    reply,    ended",
        "UNKNOWN,  withdraw, unknown-complaint",
        "OPEN,     withdraw, complaint-withdrawn",
        "ANSWERED, withdraw, complaint-withdrawn",
        "CLOSED,   withdraw, ended",
        "ENDED,    withdraw, ended",
        "UNKNOWN,  contest,  unknown-complaint",
        "OPEN,     contest,  not-answered",
        "ANSWERED, contest,  complaint-contested",
        "CLOSED,   contest,  ended",
        "ENDED,    contest,  ended",
        "UNKNOWN,  rate,     unknown-complaint",
        "OPEN,     rate,     not-answered",
        "ANSWERED, rate,     complaint-rated",
        "CLOSED,   rate,     ended",
        "ENDED,    rate,     ended",
    })
    void allowsAtEachMomentWhatMakesSenseThen(Phase phase, String command, String expected) {
        assertThat(answer(in(phase), command)).isEqualTo(expected);
    }

    @Test
    void saysWhatWasAskedUnderAStampDerivedFromTheCommand() {
        assertThat(rules.decide(in(Phase.ANSWERED), new Rate(COMMAND, ID, 2, "Slow"), NOW))
                .isEqualTo(new Verdict.Accepted(
                        List.of(new ComplaintRated(Stamp.of(ID, COMMAND, ComplaintRated.class, NOW), 2, "Slow"))));
        assertThat(rules.decide(rules.initial(), new Submit(COMMAND, ID, REPORT), NOW))
                .isEqualTo(new Verdict.Accepted(
                        List.of(new ComplaintSubmitted(Stamp.of(ID, COMMAND, ComplaintSubmitted.class, NOW), REPORT))));
    }

    @Test
    void followsALifeFromSubmissionToRating() {
        Reporting state = rules.initial();
        state = rules.evolve(state, SUBMITTED);
        assertThat(state)
                .isEqualTo(
                        new Reporting(Phase.OPEN, Optional.empty(), false, Ombudsman.NOT_YET, Fingerprint.of(REPORT)));
        assertThat(rules.evolve(state, RESOLVED).phase()).isEqualTo(Phase.ANSWERED);
        assertThat(after(SUBMITTED, RESOLVED, CONTESTED).phase()).isEqualTo(Phase.OPEN);
        assertThat(after(SUBMITTED, RESOLVED, CONTESTED, RESOLVED, RATED).phase())
                .isEqualTo(Phase.ENDED);
        assertThat(after(SUBMITTED, RESOLVED, CLOSED).phase()).isEqualTo(Phase.CLOSED);
        assertThat(after(SUBMITTED, ARCHIVED).phase()).isEqualTo(Phase.ARCHIVED);
    }

    @Test
    void anArchivedReportGetsOneSecondLook() {
        assertThat(answer(after(SUBMITTED, ARCHIVED), "contest")).isEqualTo("complaint-contested");
        assertThat(after(SUBMITTED, ARCHIVED, CONTESTED).phase()).isEqualTo(Phase.OPEN);
        assertThat(answer(after(SUBMITTED, ARCHIVED, CONTESTED, ARCHIVED), "contest"))
                .isEqualTo("ended");
    }

    @Test
    void theReporterMayAgreeToTheOmbudsmanOnceTheOverallLimitHasPassedAndOnce() {
        assertThat(answer(rules.initial(), "consent")).isEqualTo("unknown-complaint");
        assertThat(answer(after(SUBMITTED), "consent")).isEqualTo("not-asked");
        assertThat(answer(after(SUBMITTED, missed(SlaEvent.Clock.FOLLOW_UP)), "consent"))
                .isEqualTo("not-asked");
        assertThat(answer(after(SUBMITTED, OVERDUE), "consent")).isEqualTo("ombudsman-consent-given");
        assertThat(answer(after(SUBMITTED, OVERDUE, AGREED), "consent")).isEqualTo("already-agreed");
        assertThat(answer(after(SUBMITTED, OVERDUE, RESOLVED), "consent")).isEqualTo("answered");
        assertThat(answer(after(SUBMITTED, OVERDUE, WITHDRAWN), "consent")).isEqualTo("ended");
    }

    @Test
    void aPartIsOpenToItsReporterAsTheWholeIs() {
        ComplaintId whole = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        ComplaintEvent opened = new PartOpened(stamp(PartOpened.class), whole, NOW, REPORT);

        assertThat(after(opened))
                .isEqualTo(new Reporting(
                        Phase.OPEN, Optional.of(whole), false, Ombudsman.NOT_YET, Fingerprint.of(REPORT)));
        assertThat(answer(after(opened, RESOLVED), "rate")).isEqualTo("complaint-rated");
    }

    static Stream<List<ComplaintEvent>> saidAtTheSameMoment() {
        return Stream.of(
                List.of(SUBMITTED, RESOLVED, WITHDRAWN),
                List.of(SUBMITTED, ARCHIVED, WITHDRAWN),
                List.of(SUBMITTED, ARCHIVED, new ComplaintReplied(stamp(ComplaintReplied.class), "More")),
                List.of(SUBMITTED, RESOLVED, CLOSED, CONTESTED),
                List.of(SUBMITTED, RESOLVED, CLOSED, RATED),
                List.of(SUBMITTED, RESOLVED, CLOSED, WITHDRAWN),
                List.of(SUBMITTED, OVERDUE, AGREED),
                List.of(SUBMITTED, RESOLVED, OVERDUE));
    }

    @ParameterizedTest
    @MethodSource("saidAtTheSameMoment")
    void ofTwoEventsSaidAtTheSameMomentTheOrderDoesNotMatter(List<ComplaintEvent> life) {
        List<ComplaintEvent> before = life.subList(0, life.size() - 2);
        ComplaintEvent one = life.get(life.size() - 2);
        ComplaintEvent other = life.getLast();

        assertThat(rules.evolve(rules.evolve(after(before), one), other))
                .isEqualTo(rules.evolve(rules.evolve(after(before), other), one));
    }

    @Test
    void anAcceptedContestIsNotLostToACloseOfTheSameMoment() {
        assertThat(after(SUBMITTED, RESOLVED, CLOSED, CONTESTED).phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void saysNothingToWhatOthersDo() {
        assertThat(rules.react(after(SUBMITTED, RESOLVED), RESOLVED, NOW)).isEmpty();
    }

    @Test
    void hearsWhatChangesSomethingAndNothingElse() {
        assertThat(EventJson.types().values().stream().filter(rules::hears))
                .containsExactlyInAnyOrder(
                        ComplaintSubmitted.class,
                        ComplaintReplied.class,
                        ComplaintWithdrawn.class,
                        ComplaintContested.class,
                        ComplaintRated.class,
                        OmbudsmanConsentGiven.class,
                        DeadlineMissed.class,
                        ComplaintArchived.class,
                        PartOpened.class,
                        ComplaintResolved.class,
                        ComplaintClosed.class);
        Reporting state = after(SUBMITTED, RESOLVED);
        ComplaintEvent unheard = new DeadlineMet(stamp(DeadlineMet.class), SlaEvent.Clock.FOLLOW_UP);
        assertThat(rules.evolve(state, unheard)).isEqualTo(state);
    }

    @Test
    void aFingerprintTellsReportsApart() {
        Report other = new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                "Lubang",
                "Jalan rusak.",
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Report.Privacy.OPEN);

        assertThat(Fingerprint.of(REPORT))
                .hasSize(32)
                .isEqualTo(Fingerprint.of(REPORT))
                .isNotEqualTo(Fingerprint.of(other));
    }

    private Reporting after(ComplaintEvent... events) {
        return after(List.of(events));
    }

    private static Reporting in(Phase phase) {
        return new Reporting(phase, Optional.empty(), false, Ombudsman.NOT_YET, "");
    }

    private Reporting after(List<ComplaintEvent> events) {
        Reporting state = rules.initial();
        for (ComplaintEvent event : events) {
            state = rules.evolve(state, event);
        }
        return state;
    }

    private String answer(Reporting state, String command) {
        ReporterCommand asked = Optional.ofNullable(COMMANDS.get(command)).orElseThrow();
        return switch (rules.decide(state, asked, NOW)) {
            case Verdict.Accepted accepted ->
                EventJson.wireName(accepted.events().getFirst());
            case Verdict.Refused refused -> refused.code();
        };
    }

    private static ComplaintEvent missed(SlaEvent.Clock clock) {
        return new DeadlineMissed(stamp(DeadlineMissed.class), clock, NOW, 1, "national-desk");
    }

    private static Stamp stamp(Class<? extends ComplaintEvent> type) {
        return Stamp.of(ID, COMMAND, type, NOW);
    }
}
