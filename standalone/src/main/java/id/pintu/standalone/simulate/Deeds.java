package id.pintu.standalone.simulate;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each deed as the event another service would say. */
final class Deeds {

    private static final Reason SIMULATED = new Reason("simulated", List.of());

    private Deeds() {}

    static ComplaintEvent event(Life life, Life.Deed deed, Instant at) {
        String who = life.institution.code();
        return switch (deed) {
            case SUBMIT -> new ComplaintSubmitted(stamp(life, ComplaintSubmitted.class, at), report(life.kind));
            case HOLD -> new ComplaintHeldForDesk(stamp(life, ComplaintHeldForDesk.class, at), SIMULATED);
            case ROUTE -> {
                life.assignment++;
                yield new ComplaintRouted(
                        stamp(life, ComplaintRouted.class, at),
                        life.institution,
                        Optional.empty(),
                        life.assignment,
                        SIMULATED);
            }
            case RETURN -> new ComplaintReturned(stamp(life, ComplaintReturned.class, at), who, "simulated");
            case VERIFY -> new ComplaintVerified(stamp(life, ComplaintVerified.class, at), who);
            case RECLASSIFY -> {
                life.kind = life.kind == ComplaintKind.COMPLAINT
                        ? ComplaintKind.SUPERVISORY_COMPLAINT
                        : ComplaintKind.COMPLAINT;
                yield new ComplaintReclassified(stamp(life, ComplaintReclassified.class, at), life.kind, "simulated");
            }
            case ASK -> new ClarificationAsked(stamp(life, ClarificationAsked.class, at), who, "simulated");
            case REPLY -> new ComplaintReplied(stamp(life, ComplaintReplied.class, at), "simulated");
            case RESOLVE -> new ComplaintResolved(stamp(life, ComplaintResolved.class, at), who, "simulated");
            case CONTEST -> new ComplaintContested(stamp(life, ComplaintContested.class, at), "simulated");
            case RATE -> new ComplaintRated(stamp(life, ComplaintRated.class, at), 4, "");
            case WITHDRAW, NOTHING -> new ComplaintWithdrawn(stamp(life, ComplaintWithdrawn.class, at), "simulated");
        };
    }

    private static Stamp stamp(Life life, Class<? extends ComplaintEvent> type, Instant at) {
        life.deeds++;
        return Stamp.of(life.id, new UUID(life.id.hashCode(), life.deeds), type, at);
    }

    private static Report report(ComplaintKind kind) {
        return new Report(
                Door.WEB,
                kind,
                "",
                "simulated",
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Report.Privacy(false, false, ContactChannel.NONE));
    }
}
