package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All stays of a complaint, in order. A stay belongs to an assignment and an institution, so that several may be open at
 * once; today a routing ends the ones before it.
 */
public record Journey(List<Hop> hops) {

    static final Journey NONE = new Journey(List.of());

    public Journey {
        hops = List.copyOf(hops);
    }

    /** Depends on what others say only. */
    Journey after(ComplaintEvent event, Place lastAssigned) {
        Instant at = event.at();
        if (event instanceof HandlingEvent handling) {
            return changed(at(handling.institution()), hop -> step(hop, handling));
        }
        if (event instanceof ComplaintHeldForDesk) {
            return left(at).with(Hop.at(lastAssigned.atDesk(), at));
        }
        if (event instanceof ComplaintRouted routed) {
            return left(at).with(Hop.at(Place.of(routed.institution(), routed.assignment()), at));
        }
        if (event instanceof ComplaintReturned returned) {
            return changed(at(returned.institution()), hop -> hop.leaving(at));
        }
        if (event instanceof ComplaintTransferred transferred) {
            return changed(at(transferred.from()), hop -> hop.leaving(at));
        }
        if (event instanceof ComplaintArchived || event instanceof ComplaintWithdrawn) {
            return left(at);
        }
        if (event instanceof ComplaintReplied) {
            return changed(hop -> true, hop -> hop.heard(at));
        }
        if (event instanceof ComplaintContested && hops.stream().noneMatch(Hop::isOpen)) {
            return with(Hop.at(lastAssigned, at).stepped(at));
        }
        return this;
    }

    private static Hop step(Hop hop, HandlingEvent event) {
        return switch (event) {
            case ComplaintVerified verified -> hop.stepped(event.at());
            case UnitAssigned assigned -> hop.stepped(event.at());
            case FollowUpPosted posted -> hop.stepped(event.at());
            case ClarificationAsked asked -> hop.stepped(event.at()).asking(event.at());
            case ComplaintResolved resolved -> hop.answering(event.at());
        };
    }

    private static Predicate<Hop> at(String institution) {
        return hop -> hop.place().institution().equals(institution);
    }

    private Journey left(Instant at) {
        return changed(hop -> true, hop -> hop.leaving(at));
    }

    private Journey changed(Predicate<Hop> which, UnaryOperator<Hop> change) {
        return new Journey(hops.stream()
                .map(hop -> hop.isOpen() && which.test(hop) ? change.apply(hop) : hop)
                .toList());
    }

    private Journey with(Hop hop) {
        List<Hop> more = new ArrayList<>(hops);
        more.add(hop);
        return new Journey(more);
    }
}
