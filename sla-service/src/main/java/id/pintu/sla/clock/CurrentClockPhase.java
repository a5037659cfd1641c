package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
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
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Immutable phase of a complaint that decides which clock runs, with the event that began it. A state machine:
 *
 * <pre>
 * UNASSIGNED ─held─► AT_DESK ─┐
 *     │ routed                │ routed (again: restarts)
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
 * The institution may also ask or answer from UNVERIFIED, without a step before it. Nothing leads out of OVER.
 *
 * @param beganBy id of the event that began the phase
 * @param askedAt when the institution last asked the reporter during the current follow-up
 */
public record CurrentClockPhase(ClockPhase phase, UUID beganBy, Optional<Instant> askedAt) {

    static final CurrentClockPhase START =
            new CurrentClockPhase(ClockPhase.UNASSIGNED, new UUID(0, 0), Optional.empty());

    static final CurrentClockPhase CLOSED = new CurrentClockPhase(ClockPhase.CLOSED, START.beganBy, Optional.empty());

    private static final Set<ClockPhase> BEFORE_ANSWER =
            EnumSet.of(ClockPhase.UNVERIFIED, ClockPhase.IN_FOLLOW_UP, ClockPhase.ASKED);

    /** Phase of a complaint; most are the turn of one party, and have that party's clock. */
    public enum ClockPhase {
        UNASSIGNED(Optional.empty()),
        AT_DESK(Optional.of(SlaClockType.DESK_VERIFICATION)),
        UNVERIFIED(Optional.of(SlaClockType.INSTITUTION_VERIFICATION)),
        IN_FOLLOW_UP(Optional.of(SlaClockType.FOLLOW_UP)),
        ASKED(Optional.of(SlaClockType.FOLLOW_UP)),
        ANSWERED(Optional.of(SlaClockType.REPORTER_SILENCE)),
        /** Closed by the reporter's silence; only a contest emitted at the same instant leads out of it. */
        CLOSED(Optional.empty()),
        /** Archived by the desk; only a contest leads out of it. */
        ARCHIVED(Optional.empty()),
        OVER(Optional.empty());

        private final Optional<SlaClockType> clock;

        @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum is
        ClockPhase(Optional<SlaClockType> clock) {
            this.clock = clock;
        }

        Optional<SlaClockType> clock() {
            return clock;
        }

        /** Whether the reporter is still owed an answer. */
        boolean owesAnAnswer() {
            return this != ANSWERED && this != CLOSED && this != ARCHIVED && this != OVER;
        }
    }

    /** Depends on other services' events and on closure by silence, never on the clocks that were set meanwhile. */
    CurrentClockPhase after(ComplaintEvent event) {
        if (phase == ClockPhase.OVER) {
            return this;
        }
        return switch (event) {
            case ComplaintHeldForDesk held -> begin(ClockPhase.AT_DESK, held);
            case ComplaintRouted routed -> begin(ClockPhase.UNVERIFIED, routed);
            case ComplaintReturned returned -> begin(ClockPhase.UNASSIGNED, returned);
            case ComplaintTransferred transferred -> begin(ClockPhase.UNASSIGNED, transferred);
            case ComplaintArchived archived -> begin(ClockPhase.ARCHIVED, archived);
            case ComplaintWithdrawn withdrawn -> begin(ClockPhase.OVER, withdrawn);
            case ComplaintVerified verified -> firstStep(verified);
            case UnitAssigned assigned -> firstStep(assigned);
            case FollowUpPosted posted -> firstStep(posted);
            case ClarificationAsked asked ->
                phase == ClockPhase.UNVERIFIED || phase == ClockPhase.IN_FOLLOW_UP
                        ? new CurrentClockPhase(ClockPhase.ASKED, asked.id(), Optional.of(asked.at()))
                        : this;
            case ComplaintResolved resolved ->
                BEFORE_ANSWER.contains(phase) || phase == ClockPhase.ANSWERED
                        ? begin(ClockPhase.ANSWERED, resolved)
                        : this;
            case ComplaintReplied replied ->
                phase == ClockPhase.ASKED
                        ? new CurrentClockPhase(ClockPhase.IN_FOLLOW_UP, replied.id(), askedAt)
                        : this;
            case ComplaintContested contested ->
                switch (phase) {
                    case ANSWERED, CLOSED -> begin(ClockPhase.IN_FOLLOW_UP, contested);
                    // The desk reviews it again, and emits an event then.
                    case ARCHIVED -> begin(ClockPhase.UNASSIGNED, contested);
                    case UNASSIGNED, AT_DESK, UNVERIFIED, IN_FOLLOW_UP, ASKED, OVER -> this;
                };
            case ComplaintRated rated -> phase == ClockPhase.ANSWERED ? begin(ClockPhase.OVER, rated) : this;
            // A contest emitted at the same instant wins in either order: the reporter was not silent.
            case ComplaintClosed closed -> phase == ClockPhase.ANSWERED ? begin(ClockPhase.CLOSED, closed) : this;
            // Another limit for the same turn; a paused turn applies it when it resumes.
            case ComplaintReclassified reclassified ->
                phase == ClockPhase.IN_FOLLOW_UP
                        ? new CurrentClockPhase(phase, reclassified.id(), Optional.empty())
                        : this;
            // Work of the institution among its own, which ends no verification.
            case OfficerAssigned other -> this;
            case NoteAdded other -> this;
            case ExtensionRequested other -> this;
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
            case ExtensionRefused other -> this;
            case NotificationEvent other -> this;
            case UnrecognisedEvent other -> this;
        };
    }

    private CurrentClockPhase firstStep(ComplaintEvent step) {
        return phase == ClockPhase.UNVERIFIED ? begin(ClockPhase.IN_FOLLOW_UP, step) : this;
    }

    private static CurrentClockPhase begin(ClockPhase next, ComplaintEvent event) {
        return new CurrentClockPhase(next, event.id(), Optional.empty());
    }
}
