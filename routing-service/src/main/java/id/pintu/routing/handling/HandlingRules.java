package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.Part;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.Stamp;
import id.pintu.events.Unrecognised;
import id.pintu.house.ledger.CommandDecider;
import id.pintu.routing.decision.Router;
import id.pintu.routing.handling.Handling.Family;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.ByDesk;
import id.pintu.routing.handling.HandlingCommand.ByInstitution;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.registry.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who is responsible next, and what the responsible may do: the decider of routing-service. */
public final class HandlingRules implements CommandDecider<Handling, HandlingCommand> {

    private static final Set<Class<? extends ComplaintEvent>> HEARD = Set.of(
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
            ComplaintResolved.class,
            ComplaintClosed.class);

    private final Placement placement;
    private final InstitutionRules institution;
    private final DeskRules desk;

    /**
     * @param router whichever is in force; another one with each new rule book and each lesson learnt
     */
    public HandlingRules(Supplier<Router> router, Precedents precedents, Supplier<Registry> registry) {
        this.placement = new Placement(router, precedents);
        this.institution = new InstitutionRules(new Transfers(placement, registry));
        this.desk = new DeskRules(placement, registry);
    }

    /** Code of the region a report is about, if it can be told. */
    public Optional<String> placeOf(Report report) {
        return placement.placeOf(report);
    }

    @Override
    public Handling initial() {
        return Handling.UNKNOWN;
    }

    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return HEARD.contains(type);
    }

    @Override
    public Handling evolve(Handling state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted -> state.submitted(submitted.report(), submitted.at());
            case PartOpened opened ->
                state.submitted(opened.report(), opened.submittedAt())
                        .with(new Family(
                                Optional.of(opened.partOf()),
                                state.family().parts(),
                                state.family().repeats()));
            case ComplaintHeldForDesk held -> state.atDesk(held.dispute(), held.reason());
            case ComplaintRouted routed -> state.at(routed.institution(), routed.assignment(), routed.reason());
            case ComplaintReclassified reclassified -> state.of(reclassified.kind());
            case ComplaintSplit split -> state.with(family(state, split));
            case RepeatFound repeat -> state.with(state.family().repeating(repeat.of()));
            case ComplaintReturned returned -> state.with(state.quarrel().refused(returned));
            case RulingGiven ruling -> state.with(state.quarrel().settled());
            case ComplaintResolved resolved -> state.in(Phase.ANSWERED);
            case ComplaintContested contested -> reopened(state);
            // The reporter may ask for a second look, once.
            case ComplaintArchived archived -> state.in(state.quarrel().contested() ? Phase.ENDED : Phase.ARCHIVED);
            case ComplaintWithdrawn withdrawn -> state.in(Phase.ENDED);
            case ComplaintRated rated -> state.in(Phase.ENDED);
            // A contest said at the same moment wins, wherever it stands in the ledger.
            case ComplaintClosed closed -> state.phase() == Phase.ANSWERED ? state.in(Phase.CLOSED) : state;
            case ComplaintReplied other -> state;
            case OmbudsmanConsentGiven other -> state;
            case ComplaintTransferred other -> state;
            case ComplaintVerified verified -> state.with(state.quarrel().verified(verified.institution()));
            case UnitAssigned other -> state;
            case ClarificationAsked other -> state;
            case FollowUpPosted other -> state;
            case SlaEvent other -> state;
            case NotificationEvent other -> state;
            case Unrecognised other -> state;
        };
    }

    private static Handling reopened(Handling state) {
        return switch (state.phase()) {
            case ANSWERED, CLOSED -> state.in(Phase.AT_INSTITUTION);
            case ARCHIVED -> state.in(Phase.AT_DESK).with(state.quarrel().contestedOnce());
            case UNKNOWN, AT_DESK, AT_INSTITUTION, ENDED -> state;
        };
    }

    private static Family family(Handling state, ComplaintSplit split) {
        return new Family(
                state.family().partOf(),
                Stream.concat(
                                state.family().parts().stream(),
                                split.parts().stream().map(Part::complaintId))
                        .toList(),
                state.family().repeats());
    }

    /** A submitted report gets its first responsible place; one that was archived against its reporter's will, the desk. */
    @Override
    public List<ComplaintEvent> react(Handling state, ComplaintEvent heard, Instant now) {
        if (heard instanceof ComplaintSubmitted submitted) {
            return placement.byRules(state, submitted.complaintId(), submitted.id(), now);
        }
        if (heard instanceof ComplaintContested contested
                && state.phase() == Phase.AT_DESK
                && state.quarrel().contested()) {
            return List.of(new ComplaintHeldForDesk(
                    Stamp.after(contested, ComplaintHeldForDesk.class, now),
                    new Reason(Reason.ARCHIVE_CONTESTED, List.of())));
        }
        return List.of();
    }

    @Override
    public Verdict decide(Handling state, HandlingCommand command, Instant now) {
        return switch (command) {
            case OpenPart part -> open(state, part, now);
            case Link link -> link(state, link, now);
            case Reclassify asked -> ended(state).orElseGet(() -> KindRules.decide(state, asked, now));
            case ByInstitution asked -> ended(state).orElseGet(() -> institution.decide(state, asked, now));
            case ByDesk asked -> ended(state).orElseGet(() -> desk.decide(state, asked, now));
        };
    }

    private static Optional<Verdict> ended(Handling state) {
        return switch (state.phase()) {
            case UNKNOWN ->
                Optional.of(new Verdict.Refused("unknown-complaint", "There is no complaint with this number."));
            case CLOSED, ARCHIVED, ENDED -> Optional.of(new Verdict.Refused("ended", "This complaint has ended."));
            case AT_DESK, AT_INSTITUTION, ANSWERED -> Optional.empty();
        };
    }

    private static Verdict open(Handling state, OpenPart part, Instant now) {
        if (state.phase() != Phase.UNKNOWN) {
            return new Verdict.Refused("already-open", "This part is open already.");
        }
        List<String> facts = List.of("part-of=" + part.partOf(), "about=" + part.about());
        return new Verdict.Accepted(List.of(
                new PartOpened(part.stamp(PartOpened.class, now), part.partOf(), part.submittedAt(), part.report()),
                new ComplaintRouted(
                        part.stamp(ComplaintRouted.class, now),
                        part.institution(),
                        Optional.empty(),
                        1,
                        new Reason(Reason.PART, facts))));
    }

    private static Verdict link(Handling state, Link link, Instant now) {
        return state.phase() == Phase.UNKNOWN || state.family().repeats().isPresent()
                ? new Verdict.Refused("not-linked", "This complaint is not known, or linked already.")
                : new Verdict.Accepted(
                        List.of(new RepeatFound(link.stamp(RepeatFound.class, now), link.of(), link.likeness())));
    }
}
