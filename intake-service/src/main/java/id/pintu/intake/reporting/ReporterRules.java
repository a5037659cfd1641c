package id.pintu.intake.reporting;

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
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.Unrecognised;
import id.pintu.house.ledger.CommandDecider;
import id.pintu.intake.reporting.ReporterCommand.Consent;
import id.pintu.intake.reporting.ReporterCommand.Contest;
import id.pintu.intake.reporting.ReporterCommand.Rate;
import id.pintu.intake.reporting.ReporterCommand.Reply;
import id.pintu.intake.reporting.ReporterCommand.Submit;
import id.pintu.intake.reporting.ReporterCommand.Withdraw;
import id.pintu.intake.reporting.Reporting.Ombudsman;
import id.pintu.intake.reporting.Reporting.Phase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a reporter may do at which moment. */
public final class ReporterRules implements CommandDecider<Reporting, ReporterCommand> {

    private static final Set<Class<? extends ComplaintEvent>> HEARD = Set.of(
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

    private static final Set<Phase> RUNNING = EnumSet.of(Phase.OPEN, Phase.ANSWERED);
    private static final Set<Phase> OPEN = EnumSet.of(Phase.OPEN);
    private static final Set<Phase> ANSWERED = EnumSet.of(Phase.ANSWERED);
    private static final Set<Phase> CONTESTABLE = EnumSet.of(Phase.ANSWERED, Phase.ARCHIVED);

    @Override
    public Reporting initial() {
        return Reporting.UNKNOWN;
    }

    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return HEARD.contains(type);
    }

    @Override
    public Reporting evolve(Reporting state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted -> open(submitted.report(), Optional.empty());
            case PartOpened opened -> open(opened.report(), Optional.of(opened.partOf()));
            case ComplaintResolved resolved -> state.phase() == Phase.ENDED ? state : state.in(Phase.ANSWERED);
            case ComplaintReplied replied -> state;
            case ComplaintContested contested -> state.contested();
            case ComplaintWithdrawn withdrawn -> state.in(Phase.ENDED);
            case ComplaintRated rated -> state.in(Phase.ENDED);
            case ComplaintArchived archived -> state.archived();
            // A contest said at the same moment wins, wherever it stands in the ledger.
            case ComplaintClosed closed -> state.phase() == Phase.ANSWERED ? state.in(Phase.CLOSED) : state;
            case OmbudsmanConsentGiven given -> state.ombudsman(Ombudsman.AGREED);
            case DeadlineMissed missed ->
                missed.clock() == SlaEvent.Clock.OVERALL ? state.ombudsman(Ombudsman.ASKED) : state;
            case RoutingEvent other -> state;
            case HandlingEvent other -> state;
            case SlaEvent other -> state;
            case NotificationEvent other -> state;
            case Unrecognised other -> state;
        };
    }

    private static Reporting open(Report report, Optional<ComplaintId> partOf) {
        return new Reporting(Phase.OPEN, partOf, false, Ombudsman.NOT_YET, Fingerprint.of(report));
    }

    /** Nothing others do makes a reporter say something. */
    @Override
    public List<ComplaintEvent> react(Reporting state, ComplaintEvent heard, Instant now) {
        return List.of();
    }

    @Override
    public Verdict decide(Reporting state, ReporterCommand command, Instant now) {
        return switch (command) {
            case Submit submit -> submit(state, submit, now);
            case Reply reply ->
                when(OPEN, state, () -> new ComplaintReplied(reply.stamp(ComplaintReplied.class, now), reply.text()));
            case Withdraw withdraw ->
                when(
                        RUNNING,
                        state,
                        () -> new ComplaintWithdrawn(withdraw.stamp(ComplaintWithdrawn.class, now), withdraw.reason()));
            case Contest contest ->
                when(
                        CONTESTABLE,
                        state,
                        () -> new ComplaintContested(contest.stamp(ComplaintContested.class, now), contest.reason()));
            case Rate rate ->
                when(
                        ANSWERED,
                        state,
                        () -> new ComplaintRated(rate.stamp(ComplaintRated.class, now), rate.stars(), rate.comment()));
            case Consent consent -> consent(state, consent, now);
        };
    }

    /** Only while nobody has answered: whoever has an answer contests it. */
    private static Verdict consent(Reporting state, Consent consent, Instant now) {
        if (state.phase() != Phase.OPEN || state.ombudsman() == Ombudsman.ASKED) {
            return when(OPEN, state, () -> new OmbudsmanConsentGiven(consent.stamp(OmbudsmanConsentGiven.class, now)));
        }
        return state.ombudsman() == Ombudsman.AGREED
                ? new Verdict.Refused("already-agreed", "You agreed already that the Ombudsman may have it.")
                : new Verdict.Refused(
                        "not-asked", "The Ombudsman may have it when its overall limit has passed; it has not.");
    }

    private static Verdict submit(Reporting state, Submit submit, Instant now) {
        return state.phase() == Phase.UNKNOWN
                ? new Verdict.Accepted(
                        List.of(new ComplaintSubmitted(submit.stamp(ComplaintSubmitted.class, now), submit.report())))
                : new Verdict.Refused("already-submitted", "A report with this number is in the ledger.");
    }

    private static Verdict when(Set<Phase> allowed, Reporting state, Supplier<IntakeEvent> event) {
        if (allowed.contains(state.phase())) {
            return new Verdict.Accepted(List.of(event.get()));
        }
        return switch (state.phase()) {
            case UNKNOWN -> new Verdict.Refused("unknown-complaint", "There is no complaint with this number.");
            case OPEN -> new Verdict.Refused("not-answered", "The institution has not given its final answer yet.");
            case ANSWERED -> new Verdict.Refused("answered", "The final answer was given: rate it, or contest it.");
            case ARCHIVED -> new Verdict.Refused("archived", "It was archived; that can be contested, once.");
            case CLOSED, ENDED -> new Verdict.Refused("ended", "This complaint has ended.");
        };
    }
}
