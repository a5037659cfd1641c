package id.pintu.intake.reporter;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SubmittedReport;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.intake.reporter.IntakeState.ComplaintOrigin;
import id.pintu.intake.reporter.IntakeState.ComplaintPhase;
import id.pintu.intake.reporter.IntakeState.OmbudsmanConsentStatus;
import id.pintu.intake.reporter.ReporterCommand.Consent;
import id.pintu.intake.reporter.ReporterCommand.Contest;
import id.pintu.intake.reporter.ReporterCommand.Rate;
import id.pintu.intake.reporter.ReporterCommand.Reply;
import id.pintu.intake.reporter.ReporterCommand.Submit;
import id.pintu.intake.reporter.ReporterCommand.Withdraw;
import id.pintu.processing.CommandDecider;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stateless decider of the reporter's commands: accepts or refuses each one by the complaint's phase and by how many
 * there were on this day, and folds the events that change either.
 */
public final class ReporterCommandDecider implements CommandDecider<IntakeState, ReporterCommand> {

    private static final Set<Class<? extends ComplaintEvent>> CONSUMED_EVENTS = Set.of(
            ComplaintSubmitted.class,
            ComplaintReplied.class,
            ComplaintWithdrawn.class,
            ComplaintContested.class,
            ComplaintRated.class,
            OmbudsmanConsentGiven.class,
            ComplaintArchived.class,
            PartOpened.class,
            ComplaintResolved.class,
            DeadlineMissed.class,
            ComplaintClosed.class);

    private static final Set<ComplaintPhase> RUNNING = EnumSet.of(ComplaintPhase.OPEN, ComplaintPhase.ANSWERED);
    private static final Set<ComplaintPhase> OPEN = EnumSet.of(ComplaintPhase.OPEN);
    private static final Set<ComplaintPhase> ANSWERED = EnumSet.of(ComplaintPhase.ANSWERED);
    private static final Set<ComplaintPhase> CONTESTABLE = EnumSet.of(ComplaintPhase.ANSWERED, ComplaintPhase.ARCHIVED);

    private final ReporterActLimits limits;

    public ReporterCommandDecider() {
        this(ReporterActLimits.DEFAULT);
    }

    public ReporterCommandDecider(ReporterActLimits limits) {
        this.limits = limits;
    }

    @Override
    public IntakeState initial() {
        return IntakeState.UNKNOWN;
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return CONSUMED_EVENTS.contains(type);
    }

    @Override
    public IntakeState evolve(IntakeState state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted -> open(submitted.report(), Optional.empty());
            case PartOpened opened -> open(opened.report(), Optional.of(opened.partOf()));
            case ComplaintResolved resolved ->
                state.phase() == ComplaintPhase.ENDED ? state : state.withPhase(ComplaintPhase.ANSWERED);
            case ComplaintReplied replied -> state.withReply(replied.at());
            case ComplaintContested contested -> state.contested().withOtherAct(contested.at());
            case ComplaintWithdrawn withdrawn ->
                state.withPhase(ComplaintPhase.ENDED).withOtherAct(withdrawn.at());
            case ComplaintRated rated -> state.withPhase(ComplaintPhase.ENDED).withOtherAct(rated.at());
            case ComplaintArchived archived -> state.archived();
            // A contest emitted concurrently wins, whichever of the two is first in the partition.
            case ComplaintClosed closed ->
                state.phase() == ComplaintPhase.ANSWERED ? state.withPhase(ComplaintPhase.CLOSED) : state;
            case OmbudsmanConsentGiven given ->
                state.withOmbudsman(OmbudsmanConsentStatus.AGREED).withOtherAct(given.at());
            case DeadlineMissed missed ->
                missed.clock() == SlaEvent.SlaClockType.OVERALL
                        ? state.withOmbudsman(OmbudsmanConsentStatus.ASKED)
                        : state;
            case RoutingEvent other -> state;
            case HandlingEvent other -> state;
            case SlaEvent other -> state;
            case NotificationEvent other -> state;
            case UnrecognisedEvent other -> state;
        };
    }

    private static IntakeState open(SubmittedReport report, Optional<ComplaintId> partOf) {
        return IntakeState.open(
                new ComplaintOrigin(partOf, ReportFingerprint.of(report), report.attachments()),
                RegionTimeZone.of(report.place().regionCode()));
    }

    /** Emits nothing: only a reporter's own commands lead to events of intake-service. */
    @Override
    public List<ComplaintEvent> react(IntakeState state, ComplaintEvent event, Instant now) {
        return List.of();
    }

    @Override
    public CommandDecision decide(IntakeState state, ReporterCommand command, Instant now) {
        CommandDecision decision = decideByPhase(state, command, now);
        return decision instanceof CommandDecision.Accepted
                ? refuseIfTooMany(state, command, now).orElse(decision)
                : decision;
    }

    private Optional<CommandDecision> refuseIfTooMany(IntakeState state, ReporterCommand command, Instant now) {
        DailyActCount today = state.acts().on(now);
        Optional<Instant> tomorrow = Optional.of(state.acts().nextDay(now));
        return switch (command) {
            case Submit submit -> Optional.empty();
            case Reply reply
            when today.replies() >= limits.repliesPerDay() ->
                Optional.of(new CommandDecision.Refused(
                        "too-many-replies",
                        "There are at most " + limits.repliesPerDay()
                                + " replies a day; the next one is possible tomorrow.",
                        tomorrow));
            case Reply reply -> Optional.empty();
            case Withdraw act -> refuseOtherAct(today, tomorrow);
            case Contest act -> refuseOtherAct(today, tomorrow);
            case Rate act -> refuseOtherAct(today, tomorrow);
            case Consent act -> refuseOtherAct(today, tomorrow);
        };
    }

    private Optional<CommandDecision> refuseOtherAct(DailyActCount today, Optional<Instant> tomorrow) {
        return today.others() < limits.otherActsPerDay()
                ? Optional.empty()
                : Optional.of(new CommandDecision.Refused(
                        "too-many-acts",
                        "There are at most " + limits.otherActsPerDay()
                                + " such acts a day; the next one is possible tomorrow.",
                        tomorrow));
    }

    private static CommandDecision decideByPhase(IntakeState state, ReporterCommand command, Instant now) {
        return switch (command) {
            case Submit submit -> submit(state, submit, now);
            case Reply reply ->
                acceptIf(
                        OPEN,
                        state,
                        () -> new ComplaintReplied(reply.stamp(ComplaintReplied.class, now), reply.text()));
            case Withdraw withdraw ->
                acceptIf(
                        RUNNING,
                        state,
                        () -> new ComplaintWithdrawn(withdraw.stamp(ComplaintWithdrawn.class, now), withdraw.reason()));
            case Contest contest ->
                acceptIf(
                        CONTESTABLE,
                        state,
                        () -> new ComplaintContested(contest.stamp(ComplaintContested.class, now), contest.reason()));
            case Rate rate ->
                acceptIf(
                        ANSWERED,
                        state,
                        () -> new ComplaintRated(rate.stamp(ComplaintRated.class, now), rate.stars(), rate.comment()));
            case Consent consent -> consent(state, consent, now);
        };
    }

    /** Allowed only before the final answer: after it the reporter contests instead. */
    private static CommandDecision consent(IntakeState state, Consent consent, Instant now) {
        if (state.phase() != ComplaintPhase.OPEN || state.ombudsman() == OmbudsmanConsentStatus.ASKED) {
            return acceptIf(
                    OPEN, state, () -> new OmbudsmanConsentGiven(consent.stamp(OmbudsmanConsentGiven.class, now)));
        }
        return state.ombudsman() == OmbudsmanConsentStatus.AGREED
                ? new CommandDecision.Refused("already-agreed", "The reporter has already consented.")
                : new CommandDecision.Refused(
                        "not-asked", "The overall time limit has not passed yet; consent is possible only after it.");
    }

    private static CommandDecision submit(IntakeState state, Submit submit, Instant now) {
        return state.phase() == ComplaintPhase.UNKNOWN
                ? new CommandDecision.Accepted(
                        List.of(new ComplaintSubmitted(submit.stamp(ComplaintSubmitted.class, now), submit.report())))
                : new CommandDecision.Refused("already-submitted", "A report with this number was submitted before.");
    }

    private static CommandDecision acceptIf(
            Set<ComplaintPhase> allowed, IntakeState state, Supplier<IntakeEvent> event) {
        if (allowed.contains(state.phase())) {
            return new CommandDecision.Accepted(List.of(event.get()));
        }
        return switch (state.phase()) {
            case UNKNOWN -> new CommandDecision.Refused("unknown-complaint", "There is no complaint with this number.");
            case OPEN ->
                new CommandDecision.Refused("not-answered", "The institution has not given its final answer yet.");
            case ANSWERED ->
                new CommandDecision.Refused("answered", "The final answer has been given: rate it, or contest it.");
            case ARCHIVED ->
                new CommandDecision.Refused("archived", "The complaint was archived; this can be contested once.");
            case CLOSED, ENDED -> new CommandDecision.Refused("ended", "This complaint has ended.");
        };
    }
}
