package id.pintu.sla.clock;

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
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.Unrecognised;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far a complaint is, as far as clocks care, and the event that brought it there.
 *
 * <pre>
 * UNASSIGNED ─held─► AT_DESK ─┐
 *     │ routed                │ routed (again: anew)
 *     └──► UNVERIFIED ◄───────┘
 *            │ first of verified, unit assigned, follow-up posted
 *            ▼            asked           replied
 *        IN_FOLLOW_UP ──────────► ASKED ──────────► IN_FOLLOW_UP
 *            │ resolved ◄───────────┘
 *            ▼              contested
 *         ANSWERED ──────────────────────────────► IN_FOLLOW_UP
 *            │ rated, closed
 *            ▼
 *          OVER           returned, transferred ► UNASSIGNED, withdrawn ► OVER, archived ► ARCHIVED, from everywhere
 *                         ARCHIVED ─contested─► UNASSIGNED
 * </pre>
 *
 * The institution may also ask or answer at once, from UNVERIFIED. Nothing leads out of OVER.
 *
 * @param beganBy id of the event that began the phase
 * @param askedAt when the institution last asked the reporter, in the follow-up that goes on
 */
public record Stage(Phase phase, UUID beganBy, Optional<Instant> askedAt) {

    static final Stage START = new Stage(Phase.UNASSIGNED, new UUID(0, 0), Optional.empty());

    static final Stage CLOSED = new Stage(Phase.CLOSED, START.beganBy, Optional.empty());

    private static final Set<Phase> BEFORE_ANSWER = EnumSet.of(Phase.UNVERIFIED, Phase.IN_FOLLOW_UP, Phase.ASKED);

    /** Each phase is one person's turn, and has that person's clock, or nobody's. */
    public enum Phase {
        UNASSIGNED(Optional.empty()),
        AT_DESK(Optional.of(Clock.DESK_VERIFICATION)),
        UNVERIFIED(Optional.of(Clock.INSTITUTION_VERIFICATION)),
        IN_FOLLOW_UP(Optional.of(Clock.FOLLOW_UP)),
        ASKED(Optional.of(Clock.FOLLOW_UP)),
        ANSWERED(Optional.of(Clock.REPORTER_SILENCE)),
        /** By the reporter's silence; only a contest said at the same moment leads out of it. */
        CLOSED(Optional.empty()),
        /** Only a contest leads out of it. */
        ARCHIVED(Optional.empty()),
        OVER(Optional.empty());

        private final Optional<Clock> clock;

        @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum is
        Phase(Optional<Clock> clock) {
            this.clock = clock;
        }

        Optional<Clock> clock() {
            return clock;
        }

        /** Whether the reporter still has to get an answer. */
        boolean owesAnAnswer() {
            return this != ANSWERED && this != CLOSED && this != ARCHIVED && this != OVER;
        }
    }

    /** Depends on what others say and on what time itself says, never on the clocks set meanwhile. */
    Stage after(ComplaintEvent event) {
        if (phase == Phase.OVER) {
            return this;
        }
        return switch (event) {
            case ComplaintHeldForDesk held -> begin(Phase.AT_DESK, held);
            case ComplaintRouted routed -> begin(Phase.UNVERIFIED, routed);
            case ComplaintReturned returned -> begin(Phase.UNASSIGNED, returned);
            case ComplaintTransferred transferred -> begin(Phase.UNASSIGNED, transferred);
            case ComplaintArchived archived -> begin(Phase.ARCHIVED, archived);
            case ComplaintWithdrawn withdrawn -> begin(Phase.OVER, withdrawn);
            case ComplaintVerified verified -> firstStep(verified);
            case UnitAssigned assigned -> firstStep(assigned);
            case FollowUpPosted posted -> firstStep(posted);
            case ClarificationAsked asked ->
                phase == Phase.UNVERIFIED || phase == Phase.IN_FOLLOW_UP
                        ? new Stage(Phase.ASKED, asked.id(), Optional.of(asked.at()))
                        : this;
            case ComplaintResolved resolved ->
                BEFORE_ANSWER.contains(phase) || phase == Phase.ANSWERED ? begin(Phase.ANSWERED, resolved) : this;
            case ComplaintReplied replied ->
                phase == Phase.ASKED ? new Stage(Phase.IN_FOLLOW_UP, replied.id(), askedAt) : this;
            case ComplaintContested contested ->
                switch (phase) {
                    case ANSWERED, CLOSED -> begin(Phase.IN_FOLLOW_UP, contested);
                    // The desk takes a second look, and says so.
                    case ARCHIVED -> begin(Phase.UNASSIGNED, contested);
                    case UNASSIGNED, AT_DESK, UNVERIFIED, IN_FOLLOW_UP, ASKED, OVER -> this;
                };
            case ComplaintRated rated -> phase == Phase.ANSWERED ? begin(Phase.OVER, rated) : this;
            // A contest said at the same moment wins, wherever it stands: the silence was not the reporter's last word.
            case ComplaintClosed closed -> phase == Phase.ANSWERED ? begin(Phase.CLOSED, closed) : this;
            // Another limit for the same turn; a turn that rests learns of it when it goes on.
            case ComplaintReclassified reclassified ->
                phase == Phase.IN_FOLLOW_UP ? new Stage(phase, reclassified.id(), Optional.empty()) : this;
            case ComplaintSubmitted other -> this;
            case OmbudsmanConsentGiven other -> this;
            case ComplaintSplit other -> this;
            case PartOpened other -> this;
            case RulingGiven other -> this;
            case RepeatFound other -> this;
            case DeadlineSet other -> this;
            case DeadlineMoved other -> this;
            case DeadlineNeared other -> this;
            case DeadlineMissed other -> this;
            case DeadlineMet other -> this;
            case DeadlinePaused other -> this;
            case NotificationEvent other -> this;
            case Unrecognised other -> this;
        };
    }

    private Stage firstStep(ComplaintEvent step) {
        return phase == Phase.UNVERIFIED ? begin(Phase.IN_FOLLOW_UP, step) : this;
    }

    private static Stage begin(Phase next, ComplaintEvent event) {
        return new Stage(next, event.id(), Optional.empty());
    }
}
