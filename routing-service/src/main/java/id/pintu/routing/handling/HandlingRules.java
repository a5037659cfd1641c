package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
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
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.Stamp;
import id.pintu.events.Unrecognised;
import id.pintu.house.ledger.CommandDecider;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.RoutingDecision;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.ByDesk;
import id.pintu.routing.handling.HandlingCommand.ByInstitution;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Who is responsible next, and what the responsible may do: the decider of routing-service. */
public final class HandlingRules implements CommandDecider<Handling, HandlingCommand> {

    private static final Set<Class<? extends ComplaintEvent>> HEARD = Set.of(
            ComplaintSubmitted.class,
            ComplaintWithdrawn.class,
            ComplaintContested.class,
            ComplaintRated.class,
            ComplaintHeldForDesk.class,
            ComplaintRouted.class,
            ComplaintReturned.class,
            ComplaintArchived.class,
            ComplaintVerified.class,
            ComplaintResolved.class,
            ComplaintClosed.class);

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private final Supplier<Router> router;
    private final Supplier<Registry> registry;

    /**
     * @param router whichever is in force; another one with each new rule book and each lesson learnt
     */
    public HandlingRules(Supplier<Router> router, Supplier<Registry> registry) {
        this.router = router;
        this.registry = registry;
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
            case ComplaintHeldForDesk held -> state.atDesk(held.reason().assessment());
            case ComplaintRouted routed -> state.at(routed.institution(), routed.assignment());
            case ComplaintReturned returned -> state.refused(returned.institution());
            case ComplaintVerified verified -> state.verifiedBy(verified.institution());
            case ComplaintResolved resolved -> state.in(Phase.ANSWERED);
            case ComplaintContested contested -> reopened(state);
            case ComplaintArchived archived -> state.in(Phase.ENDED);
            case ComplaintWithdrawn withdrawn -> state.in(Phase.ENDED);
            case ComplaintRated rated -> state.in(Phase.ENDED);
            // A contest said at the same moment wins, wherever it stands in the ledger.
            case ComplaintClosed closed -> state.phase() == Phase.ANSWERED ? state.in(Phase.CLOSED) : state;
            case ComplaintReplied other -> state;
            case ComplaintTransferred other -> state;
            case UnitAssigned other -> state;
            case ClarificationAsked other -> state;
            case FollowUpPosted other -> state;
            case SlaEvent other -> state;
            case NotificationEvent other -> state;
            case Unrecognised other -> state;
        };
    }

    private static Handling reopened(Handling state) {
        return state.phase() == Phase.ANSWERED || state.phase() == Phase.CLOSED
                ? state.in(Phase.AT_INSTITUTION)
                : state;
    }

    /** A submitted report gets its first responsible place. */
    @Override
    public List<ComplaintEvent> react(Handling state, ComplaintEvent heard, Instant now) {
        return heard instanceof ComplaintSubmitted submitted
                ? List.of(place(state, submitted.complaintId(), submitted.id(), now))
                : List.of();
    }

    @Override
    public Verdict decide(Handling state, HandlingCommand command, Instant now) {
        if (state.phase() == Phase.UNKNOWN) {
            return new Verdict.Refused("unknown-complaint", "There is no complaint with this number.");
        }
        if (state.phase() == Phase.CLOSED || state.phase() == Phase.ENDED) {
            return new Verdict.Refused("ended", "This complaint has ended.");
        }
        return switch (command) {
            case ByInstitution asked -> byInstitution(state, asked, now);
            case ByDesk asked -> byDesk(state, asked, now);
        };
    }

    private Verdict byInstitution(Handling state, ByInstitution asked, Instant now) {
        boolean responsible = state.responsible()
                .filter(institution -> institution.code().equals(asked.institution()))
                .isPresent();
        if (!responsible) {
            return new Verdict.Refused("not-responsible", "This complaint is not with " + asked.institution() + ".");
        }
        if (state.phase() == Phase.ANSWERED) {
            return new Verdict.Refused("answered", "The final answer was given; the reporter may still contest it.");
        }
        return new Verdict.Accepted(
                switch (asked) {
                    case Verify verify ->
                        List.of(new ComplaintVerified(
                                stamp(verify, ComplaintVerified.class, now), verify.institution()));
                    case AssignUnit assign ->
                        List.of(new UnitAssigned(
                                stamp(assign, UnitAssigned.class, now), assign.institution(), assign.unit()));
                    case Ask ask ->
                        List.of(new ClarificationAsked(
                                stamp(ask, ClarificationAsked.class, now), ask.institution(), ask.question()));
                    case FollowUp followUp ->
                        List.of(new FollowUpPosted(
                                stamp(followUp, FollowUpPosted.class, now), followUp.institution(), followUp.text()));
                    case Resolve resolve ->
                        List.of(new ComplaintResolved(
                                stamp(resolve, ComplaintResolved.class, now), resolve.institution(), resolve.answer()));
                    case Return returned -> returned(state, returned, now);
                });
    }

    /** "Bukan wewenang" sends a report on, never back to the citizen. */
    private List<ComplaintEvent> returned(Handling state, Return asked, Instant now) {
        List<ComplaintEvent> said = new ArrayList<>();
        said.add(
                new ComplaintReturned(stamp(asked, ComplaintReturned.class, now), asked.institution(), asked.reason()));
        Handling after = state.refused(asked.institution());
        ComplaintEvent next =
                suggested(after, asked, now).orElseGet(() -> place(after, asked.complaintId(), asked.id(), now));
        if (next instanceof ComplaintRouted routed) {
            said.add(new ComplaintTransferred(
                    stamp(asked, ComplaintTransferred.class, now),
                    asked.institution(),
                    routed.institution().code()));
        }
        said.add(next);
        return said;
    }

    private Optional<ComplaintEvent> suggested(Handling after, Return asked, Instant now) {
        return asked.suggested()
                .flatMap(code -> registry.get().institution(code))
                .filter(Registration::connected)
                .filter(institution -> !after.refusedBy().contains(institution.code()))
                .map(institution -> routed(
                        after,
                        asked,
                        institution,
                        new Reason("suggested-by-institution", List.of("suggested-by=" + asked.institution())),
                        now));
    }

    private Verdict byDesk(Handling state, ByDesk asked, Instant now) {
        return switch (asked) {
            case Dispose dispose -> dispose(state, dispose, now);
            case Archive archive ->
                state.phase() == Phase.AT_DESK
                        ? new Verdict.Accepted(List.of(
                                new ComplaintArchived(stamp(archive, ComplaintArchived.class, now), archive.reason())))
                        : notAtDesk();
        };
    }

    private Verdict dispose(Handling state, Dispose asked, Instant now) {
        if (state.phase() != Phase.AT_DESK) {
            return notAtDesk();
        }
        return registry.get()
                .institution(asked.institution())
                .<Verdict>map(institution -> new Verdict.Accepted(List.of(
                        routed(state, asked, institution, new Reason("national-desk-decision", List.of()), now))))
                .orElseGet(() -> new Verdict.Refused(
                        "no-such-institution", "There is no institution " + asked.institution() + "."));
    }

    private static Verdict notAtDesk() {
        return new Verdict.Refused("not-at-desk", "This complaint is with an institution.");
    }

    private ComplaintEvent place(Handling state, ComplaintId id, UUID cause, Instant now) {
        RoutingDecision decision = router.get()
                .decide(
                        state.report().orElseThrow(),
                        new HashSet<>(state.refusedBy()),
                        LocalDate.ofInstant(now, NATIONAL));
        return switch (decision) {
            case RoutingDecision.Assign assign -> assigned(state, id, cause, assign, now);
            // Each will get its part; until parts can be tracked, the first has it all.
            case RoutingDecision.AssignSeveral several ->
                assigned(state, id, cause, several.parts().getFirst(), now);
            case RoutingDecision.Hold hold ->
                new ComplaintHeldForDesk(Stamp.of(id, cause, ComplaintHeldForDesk.class, now), hold.reason());
        };
    }

    private static ComplaintRouted assigned(
            Handling state, ComplaintId id, UUID cause, RoutingDecision.Assign assign, Instant now) {
        return new ComplaintRouted(
                Stamp.of(id, cause, ComplaintRouted.class, now),
                assign.institution().institution(),
                assign.unit(),
                state.assignments() + 1,
                assign.reason());
    }

    private static ComplaintRouted routed(
            Handling state, HandlingCommand asked, Registration institution, Reason reason, Instant now) {
        return new ComplaintRouted(
                stamp(asked, ComplaintRouted.class, now),
                institution.institution(),
                Optional.empty(),
                state.assignments() + 1,
                reason);
    }

    private static Stamp stamp(HandlingCommand command, Class<? extends ComplaintEvent> type, Instant now) {
        return Stamp.of(command.complaintId(), command.id(), type, now);
    }
}
