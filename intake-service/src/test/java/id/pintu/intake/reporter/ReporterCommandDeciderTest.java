package id.pintu.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SubmittedReport;
import id.pintu.intake.reporter.IntakeState.ComplaintOrigin;
import id.pintu.intake.reporter.IntakeState.ComplaintPhase;
import id.pintu.intake.reporter.IntakeState.OmbudsmanConsentStatus;
import id.pintu.intake.reporter.ReporterCommand.Consent;
import id.pintu.intake.reporter.ReporterCommand.Contest;
import id.pintu.intake.reporter.ReporterCommand.Rate;
import id.pintu.intake.reporter.ReporterCommand.Reply;
import id.pintu.intake.reporter.ReporterCommand.Submit;
import id.pintu.intake.reporter.ReporterCommand.Withdraw;
import id.pintu.processing.CommandDecider.CommandDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReporterCommandDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final ComplaintId ID = ComplaintId.of(new byte[8]);
    private static final UUID COMMAND = new UUID(1, 2);
    private static final SubmittedReport REPORT =
            SubmittedReport.ofText("Jalan rusak").withTitle("Lubang");

    private static final ComplaintEvent SUBMITTED = new ComplaintSubmitted(stamp(ComplaintSubmitted.class), REPORT);
    private static final ComplaintEvent RESOLVED =
            new ComplaintResolved(stamp(ComplaintResolved.class), "K.PU", "Done");
    private static final ComplaintEvent CONTESTED = new ComplaintContested(stamp(ComplaintContested.class), "No");
    private static final ComplaintEvent RATED = new ComplaintRated(stamp(ComplaintRated.class), 5, "");
    private static final ComplaintEvent WITHDRAWN = new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "Solved");
    private static final ComplaintEvent ARCHIVED =
            new ComplaintArchived(stamp(ComplaintArchived.class), "Too general", ArchiveReasonCode.TOO_GENERAL);
    private static final ComplaintEvent CLOSED = new ComplaintClosed(
            stamp(ComplaintClosed.class), SlaEvent.SlaClockType.REPORTER_SILENCE, SlaEvent.ClosureReason.SILENCE);

    private static final ComplaintEvent OVERDUE = missed(SlaEvent.SlaClockType.OVERALL);
    private static final ComplaintEvent AGREED = new OmbudsmanConsentGiven(stamp(OmbudsmanConsentGiven.class));

    private static final Map<String, ReporterCommand> COMMANDS = Map.of(
            "submit", new Submit(COMMAND, ID, REPORT),
            "reply", new Reply(COMMAND, ID, "More"),
            "withdraw", new Withdraw(COMMAND, ID, "Solved"),
            "contest", new Contest(COMMAND, ID, "No"),
            "rate", new Rate(COMMAND, ID, 5, ""),
            "consent", new Consent(COMMAND, ID));

    @ParameterizedTest(name = "{0}: until {1}")
    @CsvSource({
        "'', 2026-03-02T17:00:00Z",
        "35.78, 2026-03-02T17:00:00Z",
        "51.71, 2026-03-02T16:00:00Z",
        "94, 2026-03-02T15:00:00Z"
    })
    void acceptsTwentyRepliesOnOneDayOfTheRegion(String region, Instant midnight) {
        SubmittedReport report = region.isEmpty()
                ? REPORT
                : REPORT.withPlace(new SubmittedReport.ReportedLocation(Optional.of(region), Optional.empty()));
        IntakeState state =
                decider.evolve(decider.initial(), new ComplaintSubmitted(stamp(ComplaintSubmitted.class), report));
        for (int i = 0; i < 20; i++) {
            Reply reply = new Reply(new UUID(3, i), ID, "Reply " + i);
            CommandDecision decision = decider.decide(state, reply, NOW);
            assertThat(decision).isInstanceOf(CommandDecision.Accepted.class);
            state = decider.evolve(
                    state, ((CommandDecision.Accepted) decision).events().getFirst());
        }

        Reply more = new Reply(new UUID(3, 20), ID, "One more");
        assertThat(decider.decide(state, more, NOW)).isInstanceOfSatisfying(CommandDecision.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("too-many-replies");
            assertThat(refused.retryAt()).contains(midnight);
        });
        assertThat(decider.decide(state, more, midnight.minusMillis(1))).isInstanceOf(CommandDecision.Refused.class);
        assertThat(decider.decide(state, more, midnight)).isInstanceOf(CommandDecision.Accepted.class);
    }

    @Test
    void limitsContestsToo() {
        ReporterCommandDecider strict = new ReporterCommandDecider(new ReporterActLimits(20, 1));
        IntakeState state =
                decider.evolve(decider.evolve(decider.evolve(decider.initial(), SUBMITTED), CONTESTED), RESOLVED);

        assertThat(strict.decide(
                        state, Optional.ofNullable(COMMANDS.get("contest")).orElseThrow(), NOW))
                .isInstanceOfSatisfying(
                        CommandDecision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("too-many-acts"));
    }

    private final ReporterCommandDecider decider = new ReporterCommandDecider();

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
    void acceptsACommandOnlyInThePhasesThatAllowIt(ComplaintPhase phase, String command, String expected) {
        assertThat(outcomeOf(in(phase), command)).isEqualTo(expected);
    }

    @Test
    void emitsTheEventWithMetadataDerivedFromTheCommand() {
        assertThat(decider.decide(in(ComplaintPhase.ANSWERED), new Rate(COMMAND, ID, 2, "Slow"), NOW))
                .isEqualTo(new CommandDecision.Accepted(List.of(
                        new ComplaintRated(EventMetadata.of(ID, COMMAND, ComplaintRated.class, NOW), 2, "Slow"))));
        assertThat(decider.decide(decider.initial(), new Submit(COMMAND, ID, REPORT), NOW))
                .isEqualTo(new CommandDecision.Accepted(List.of(
                        new ComplaintSubmitted(EventMetadata.of(ID, COMMAND, ComplaintSubmitted.class, NOW), REPORT))));
    }

    @Test
    void evolvesThePhaseFromSubmissionToRating() {
        IntakeState state = decider.initial();
        state = decider.evolve(state, SUBMITTED);
        assertThat(state)
                .isEqualTo(new IntakeState(
                        new ComplaintOrigin(Optional.empty(), ReportFingerprint.of(REPORT), Optional.empty()),
                        ComplaintPhase.OPEN,
                        false,
                        OmbudsmanConsentStatus.NOT_YET,
                        DailyActCount.none(ZoneId.of("Asia/Jakarta"))));
        assertThat(decider.evolve(state, RESOLVED).phase()).isEqualTo(ComplaintPhase.ANSWERED);
        assertThat(after(SUBMITTED, RESOLVED, CONTESTED).phase()).isEqualTo(ComplaintPhase.OPEN);
        assertThat(after(SUBMITTED, RESOLVED, CONTESTED, RESOLVED, RATED).phase())
                .isEqualTo(ComplaintPhase.ENDED);
        assertThat(after(SUBMITTED, RESOLVED, CLOSED).phase()).isEqualTo(ComplaintPhase.CLOSED);
        assertThat(after(SUBMITTED, ARCHIVED).phase()).isEqualTo(ComplaintPhase.ARCHIVED);
    }

    @Test
    void anArchivedComplaintCanBeContestedOnce() {
        assertThat(outcomeOf(after(SUBMITTED, ARCHIVED), "contest")).isEqualTo("complaint-contested");
        assertThat(after(SUBMITTED, ARCHIVED, CONTESTED).phase()).isEqualTo(ComplaintPhase.OPEN);
        assertThat(outcomeOf(after(SUBMITTED, ARCHIVED, CONTESTED, ARCHIVED), "contest"))
                .isEqualTo("ended");
    }

    @Test
    void consentToTheOmbudsmanIsPossibleOnceAndOnlyAfterTheOverallLimit() {
        assertThat(outcomeOf(decider.initial(), "consent")).isEqualTo("unknown-complaint");
        assertThat(outcomeOf(after(SUBMITTED), "consent")).isEqualTo("not-asked");
        assertThat(outcomeOf(after(SUBMITTED, missed(SlaEvent.SlaClockType.FOLLOW_UP)), "consent"))
                .isEqualTo("not-asked");
        assertThat(outcomeOf(after(SUBMITTED, OVERDUE), "consent")).isEqualTo("ombudsman-consent-given");
        assertThat(outcomeOf(after(SUBMITTED, OVERDUE, AGREED), "consent")).isEqualTo("already-agreed");
        assertThat(outcomeOf(after(SUBMITTED, OVERDUE, RESOLVED), "consent")).isEqualTo("answered");
        assertThat(outcomeOf(after(SUBMITTED, OVERDUE, WITHDRAWN), "consent")).isEqualTo("ended");
    }

    @Test
    void aPartOfASplitComplaintAcceptsTheReportersCommands() {
        ComplaintId whole = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        ComplaintEvent opened = new PartOpened(stamp(PartOpened.class), whole, NOW, REPORT);

        assertThat(after(opened))
                .isEqualTo(new IntakeState(
                        new ComplaintOrigin(Optional.of(whole), ReportFingerprint.of(REPORT), Optional.empty()),
                        ComplaintPhase.OPEN,
                        false,
                        OmbudsmanConsentStatus.NOT_YET,
                        DailyActCount.none(ZoneId.of("Asia/Jakarta"))));
        assertThat(outcomeOf(after(opened, RESOLVED), "rate")).isEqualTo("complaint-rated");
    }

    static Stream<List<ComplaintEvent>> concurrentEvents() {
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
    @MethodSource("concurrentEvents")
    void concurrentEventsCommute(List<ComplaintEvent> history) {
        List<ComplaintEvent> before = history.subList(0, history.size() - 2);
        ComplaintEvent one = history.get(history.size() - 2);
        ComplaintEvent other = history.getLast();

        assertThat(decider.evolve(decider.evolve(after(before), one), other))
                .isEqualTo(decider.evolve(decider.evolve(after(before), other), one));
    }

    @Test
    void aContestWinsOverAConcurrentClose() {
        assertThat(after(SUBMITTED, RESOLVED, CLOSED, CONTESTED).phase()).isEqualTo(ComplaintPhase.OPEN);
    }

    @Test
    void reactsToNoEventOfOtherServices() {
        assertThat(decider.react(after(SUBMITTED, RESOLVED), RESOLVED, NOW)).isEmpty();
    }

    @Test
    void consumesExactlyTheEventsThatChangeItsState() {
        assertThat(EventJsonCodec.types().values().stream().filter(decider::consumes))
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
        IntakeState state = after(SUBMITTED, RESOLVED);
        ComplaintEvent unrelated = new DeadlineMet(stamp(DeadlineMet.class), SlaEvent.SlaClockType.FOLLOW_UP);
        assertThat(decider.evolve(state, unrelated)).isEqualTo(state);
    }

    @Test
    void fingerprintsOfDifferentReportsDiffer() {
        SubmittedReport other = SubmittedReport.ofText("Jalan rusak.").withTitle("Lubang");

        assertThat(ReportFingerprint.of(REPORT))
                .hasSize(32)
                .isEqualTo(ReportFingerprint.of(REPORT))
                .isNotEqualTo(ReportFingerprint.of(other));
    }

    private IntakeState after(ComplaintEvent... events) {
        return after(List.of(events));
    }

    private static IntakeState in(ComplaintPhase phase) {
        return new IntakeState(
                new ComplaintOrigin(Optional.empty(), "", Optional.empty()),
                phase,
                false,
                OmbudsmanConsentStatus.NOT_YET,
                DailyActCount.none(ZoneId.of("Asia/Jakarta")));
    }

    private IntakeState after(List<ComplaintEvent> events) {
        IntakeState state = decider.initial();
        for (ComplaintEvent event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private String outcomeOf(IntakeState state, String command) {
        ReporterCommand sent = Optional.ofNullable(COMMANDS.get(command)).orElseThrow();
        return switch (decider.decide(state, sent, NOW)) {
            case CommandDecision.Accepted accepted ->
                EventJsonCodec.wireName(accepted.events().getFirst());
            case CommandDecision.Refused refused -> refused.code();
        };
    }

    private static ComplaintEvent missed(SlaEvent.SlaClockType clock) {
        return new DeadlineMissed(stamp(DeadlineMissed.class), clock, NOW, 1, "national-desk", false);
    }

    private static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, COMMAND, type, NOW);
    }
}
