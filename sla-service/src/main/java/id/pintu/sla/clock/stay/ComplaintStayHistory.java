package id.pintu.sla.clock.stay;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
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
 * Immutable history of all stays of a complaint, in order. A stay belongs to an assignment and an institution, so several
 * could be open at the same time; at present a routing ends the stays before it.
 */
public record ComplaintStayHistory(List<ComplaintStay> stays) {

    /** Before the first stay. */
    public static final ComplaintStayHistory NONE = new ComplaintStayHistory(List.of());

    public ComplaintStayHistory {
        stays = List.copyOf(stays);
    }

    /**
     * History after an event; depends on other services' events only.
     *
     * @param lastAssigned the institution the complaint was assigned to before the event
     */
    public ComplaintStayHistory after(ComplaintEvent event, ResponsibleParty lastAssigned) {
        Instant at = event.at();
        if (event instanceof HandlingEvent handling) {
            return changed(at(handling.institution()), stay -> step(stay, handling));
        }
        if (event instanceof ComplaintHeldForDesk) {
            return left(at).with(ComplaintStay.at(lastAssigned.asDesk(), at));
        }
        if (event instanceof ComplaintRouted routed) {
            return left(at).with(ComplaintStay.at(ResponsibleParty.of(routed.institution(), routed.assignment()), at));
        }
        if (event instanceof ComplaintReturned returned) {
            return changed(at(returned.institution()), stay -> stay.leaving(at));
        }
        if (event instanceof ComplaintTransferred transferred) {
            return changed(at(transferred.from()), stay -> stay.leaving(at));
        }
        if (event instanceof ComplaintArchived || event instanceof ComplaintWithdrawn) {
            return left(at);
        }
        if (event instanceof ComplaintReplied) {
            return changed(stay -> true, stay -> stay.replied(at));
        }
        if (event instanceof ComplaintContested && stays.stream().noneMatch(ComplaintStay::isOpen)) {
            return with(ComplaintStay.at(lastAssigned, at).stepped(at));
        }
        return this;
    }

    private static ComplaintStay step(ComplaintStay stay, HandlingEvent event) {
        return switch (event) {
            case ComplaintVerified verified -> stay.stepped(event.at());
            case UnitAssigned assigned -> stay.stepped(event.at());
            case FollowUpPosted posted -> stay.stepped(event.at());
            case ClarificationAsked asked -> stay.stepped(event.at()).asking(event.at());
            case ComplaintResolved resolved -> stay.answering(event.at());
            case OfficerAssigned other -> stay;
            case NoteAdded other -> stay;
            case ExtensionRequested other -> stay;
        };
    }

    private static Predicate<ComplaintStay> at(String institution) {
        return stay -> stay.party().institution().equals(institution);
    }

    private ComplaintStayHistory left(Instant at) {
        return changed(stay -> true, stay -> stay.leaving(at));
    }

    private ComplaintStayHistory changed(Predicate<ComplaintStay> which, UnaryOperator<ComplaintStay> change) {
        return new ComplaintStayHistory(stays.stream()
                .map(stay -> stay.isOpen() && which.test(stay) ? change.apply(stay) : stay)
                .toList());
    }

    private ComplaintStayHistory with(ComplaintStay stay) {
        List<ComplaintStay> more = new ArrayList<>(stays);
        more.add(stay);
        return new ComplaintStayHistory(more);
    }
}
