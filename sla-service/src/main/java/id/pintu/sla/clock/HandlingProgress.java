package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.sla.clock.stay.ComplaintStayHistory;
import id.pintu.sla.clock.stay.ResponsibleParty;

/**
 * Immutable state of a complaint's handling: which institution has it, in which phase it is, and where it stayed before.
 * Folded from the events of other services and from {@code complaint-closed}, never from the clocks.
 *
 * @param party the institution it was last assigned to
 */
public record HandlingProgress(
        ResponsibleParty party, CurrentClockPhase currentPhase, ComplaintStayHistory stayHistory) {

    static final HandlingProgress START = beginning(CurrentClockPhase.START);

    static final HandlingProgress CLOSED = beginning(CurrentClockPhase.CLOSED);

    /** For a reader of a form without stay history, such as the binary codec of open clocks. */
    public static HandlingProgress withoutHistory(ResponsibleParty party, CurrentClockPhase currentPhase) {
        return new HandlingProgress(party, currentPhase, ComplaintStayHistory.NONE);
    }

    HandlingProgress after(ComplaintEvent event) {
        return new HandlingProgress(partyAfter(event), currentPhase.after(event), stayHistoryAfter(event));
    }

    private ResponsibleParty partyAfter(ComplaintEvent event) {
        return event instanceof ComplaintRouted routed
                ? ResponsibleParty.of(routed.institution(), routed.assignment())
                : party;
    }

    private ComplaintStayHistory stayHistoryAfter(ComplaintEvent event) {
        return currentPhase.phase() == CurrentClockPhase.ClockPhase.OVER
                ? stayHistory
                : stayHistory.after(event, party);
    }

    private static HandlingProgress beginning(CurrentClockPhase currentPhase) {
        return withoutHistory(ResponsibleParty.DESK, currentPhase);
    }
}
