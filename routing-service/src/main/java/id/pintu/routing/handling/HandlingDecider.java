package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.processing.CommandDecider;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.HandlingCommand.DeskCommand;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.registry.InstitutionRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stateless decider of routing-service: folds events into the handling state, reacts to submitted and contested complaints,
 * and decides commands.
 */
public final class HandlingDecider implements CommandDecider<HandlingState, HandlingCommand> {

    /** Events of deadlines, which the feeds of institutions say, and no rule reads. */
    private static final Set<Class<? extends ComplaintEvent>> DEADLINE_EVENTS = Set.of(
            DeadlineSet.class, DeadlineMoved.class, DeadlinePaused.class, DeadlineMet.class, DeadlineMissed.class);

    private static final Set<Class<? extends ComplaintEvent>> HANDLED_EVENTS = Set.of(
            ComplaintSubmitted.class,
            ComplaintWithdrawn.class,
            ComplaintContested.class,
            ComplaintRated.class,
            ComplaintHeldForDesk.class,
            ComplaintRouted.class,
            ComplaintReclassified.class,
            ComplaintSplit.class,
            PartOpened.class,
            RepeatFound.class,
            RulingGiven.class,
            ComplaintReturned.class,
            ComplaintArchived.class,
            ComplaintVerified.class,
            UnitAssigned.class,
            OfficerAssigned.class,
            NoteAdded.class,
            ClarificationAsked.class,
            ComplaintReplied.class,
            ComplaintResolved.class,
            ComplaintClosed.class);

    private final AssignmentDecider assignmentDecider;
    private final InstitutionCommandRules institutionRules;
    private final DeskCommandRules deskRules;

    /**
     * @param router the current router; changes with each new rule book and each retrained model
     */
    public HandlingDecider(
            Supplier<ComplaintRouter> router, RulingPrecedentIndex precedents, Supplier<InstitutionRegistry> registry) {
        this.assignmentDecider = new AssignmentDecider(router, precedents);
        this.institutionRules = new InstitutionCommandRules(new TransferRules(assignmentDecider, registry));
        this.deskRules = new DeskCommandRules(assignmentDecider, registry);
    }

    @Override
    public HandlingState initial() {
        return HandlingState.UNKNOWN;
    }

    @Override
    public OptionalInt version(HandlingState state) {
        return OptionalInt.of(state.version());
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return HANDLED_EVENTS.contains(type) || DEADLINE_EVENTS.contains(type);
    }

    @Override
    public HandlingState evolve(HandlingState state, ComplaintEvent event) {
        HandlingState folded = fold(state, event);
        // A deadline that moves changes nothing that an officer has decided by.
        HandlingState next = DEADLINE_EVENTS.contains(event.getClass()) ? folded : folded.withNextVersion();
        return switch (event) {
            // Where another act leads to the next institution, it is no decision of its own.
            case ComplaintRouted routed
            when routed.reason().rule().equals(RoutingReason.DESK_DECISION) ->
                next.with(next.quarrel().withDecision(routed));
            case ComplaintReturned returned -> next.with(next.quarrel().withDecision(returned));
            case ComplaintArchived archived -> next.with(next.quarrel().withDecision(archived));
            case RulingGiven ruling -> next.with(next.quarrel().withDecision(ruling));
            default -> next; // decides nothing about who is responsible
        };
    }

    private HandlingState fold(HandlingState state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted -> state.submitted(submitted.report(), submitted.at());
            case PartOpened opened ->
                state.submitted(opened.report(), opened.submittedAt())
                        .with(state.family().withPartOf(opened.partOf()));
            case ComplaintHeldForDesk held -> state.heldForDesk(held.dispute(), held.reason());
            case ComplaintRouted routed -> state.assignedTo(routed.institution(), routed.assignment(), routed.reason());
            case ComplaintReclassified reclassified -> state.withKind(reclassified.kind());
            case ComplaintSplit split -> state.with(state.family().withParts(split.parts()));
            case RepeatFound repeat -> state.with(state.family().withRepeats(repeat.of()));
            case ComplaintReturned returned -> state.with(state.quarrel().withRefusal(returned));
            case RulingGiven ruling -> state.with(state.quarrel().withRuling());
            case ComplaintResolved resolved -> state.withPhase(HandlingPhase.ANSWERED);
            case ComplaintContested contested -> reopened(state);
            // The reporter may contest an archived complaint once.
            case ComplaintArchived archived ->
                state.withPhase(state.quarrel().contested() ? HandlingPhase.ENDED : HandlingPhase.ARCHIVED);
            case ComplaintWithdrawn withdrawn -> state.withPhase(HandlingPhase.ENDED);
            case ComplaintRated rated -> state.withPhase(HandlingPhase.ENDED);
            // A contest made at the same moment wins, whatever the order in the ledger.
            case ComplaintClosed closed ->
                state.phase() == HandlingPhase.ANSWERED ? state.withPhase(HandlingPhase.CLOSED) : state;
            case ComplaintReplied replied -> state.withMessage();
            case OmbudsmanConsentGiven other -> state;
            case ComplaintTransferred other -> state;
            case ComplaintVerified verified -> state.with(state.quarrel().withVerifiedBy(verified.institution()));
            case UnitAssigned assigned ->
                state.isWith(assigned.institution()) ? state.withUnit(assigned.unit()) : state;
            case OfficerAssigned assigned ->
                state.isWith(assigned.institution()) ? state.withAssignee(assigned.account()) : state;
            case NoteAdded note -> state.withNote();
            case ExtensionRequested other -> state;
            case ClarificationAsked asked -> state.withMessage();
            case FollowUpPosted other -> state;
            case SlaEvent deadline -> state.with(state.deadlines().after(deadline));
            case NotificationEvent other -> state;
            case UnrecognisedEvent other -> state;
        };
    }

    private static HandlingState reopened(HandlingState state) {
        return switch (state.phase()) {
            case ANSWERED, CLOSED -> state.withPhase(HandlingPhase.AT_INSTITUTION);
            case ARCHIVED ->
                state.withPhase(HandlingPhase.AT_DESK).with(state.quarrel().withContested());
            case UNKNOWN, AT_DESK, AT_INSTITUTION, ENDED -> state;
        };
    }

    /** Routes a submitted complaint; holds an archived complaint for the desk when its reporter contests that. */
    @Override
    public List<ComplaintEvent> react(HandlingState state, ComplaintEvent event, Instant now) {
        if (event instanceof ComplaintSubmitted submitted) {
            return assignmentDecider.byRules(state, submitted.complaintId(), submitted.id(), now);
        }
        if (event instanceof ComplaintContested contested
                && state.phase() == HandlingPhase.AT_DESK
                && state.quarrel().contested()) {
            return List.of(new ComplaintHeldForDesk(
                    EventMetadata.causedBy(contested, ComplaintHeldForDesk.class, now),
                    new RoutingReason(RoutingReason.ARCHIVE_CONTESTED, List.of())));
        }
        return List.of();
    }

    @Override
    public CommandDecision decide(HandlingState state, HandlingCommand command, Instant now) {
        return switch (command) {
            case OpenPart part -> open(state, part, now);
            case Link link -> link(state, link, now);
            case Reclassify request -> ended(state).orElseGet(() -> ReclassificationRules.decide(state, request, now));
            case InstitutionCommand request ->
                ended(state).orElseGet(() -> institutionRules.decide(state, request, now));
            case DeskCommand request -> ended(state).orElseGet(() -> deskRules.decide(state, request, now));
        };
    }

    private static Optional<CommandDecision> ended(HandlingState state) {
        return switch (state.phase()) {
            case UNKNOWN ->
                Optional.of(
                        new CommandDecision.Refused("unknown-complaint", "There is no complaint with this number."));
            case CLOSED, ARCHIVED, ENDED ->
                Optional.of(new CommandDecision.Refused("ended", "This complaint has ended."));
            case AT_DESK, AT_INSTITUTION, ANSWERED -> Optional.empty();
        };
    }

    private static CommandDecision open(HandlingState state, OpenPart part, Instant now) {
        if (state.phase() != HandlingPhase.UNKNOWN) {
            return new CommandDecision.Refused("already-open", "This part is already open.");
        }
        List<ReasonFact> facts = List.of(
                ReasonFact.of(ReasonFactName.PART_OF, part.partOf()),
                ReasonFact.of(ReasonFactName.ABOUT, part.about()));
        return new CommandDecision.Accepted(List.of(
                new PartOpened(part.stamp(PartOpened.class, now), part.partOf(), part.submittedAt(), part.report()),
                new ComplaintRouted(
                        part.stamp(ComplaintRouted.class, now),
                        part.institution(),
                        Optional.empty(),
                        1,
                        new RoutingReason(RoutingReason.PART, facts))));
    }

    /** The command may be read before the submission, which the detection of repeats has read already. */
    private static CommandDecision link(HandlingState state, Link link, Instant now) {
        return state.family().repeats().isPresent()
                ? new CommandDecision.Refused("not-linked", "This complaint is already linked.")
                : new CommandDecision.Accepted(
                        List.of(new RepeatFound(link.stamp(RepeatFound.class, now), link.of(), link.likeness())));
    }
}
