package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clocks of one complaint: the last run of each. Of those that ask somebody for a step one at most is open; beside
 * it runs the overall one.
 *
 * <p>All but the deadlines is folded from what others say, the deadlines from what the clocks say. Neither half looks at
 * the other, so it does not matter whether the clocks' own words are heard at once or later.
 *
 * @param received empty until the report itself was heard
 * @param party the institution it was last assigned to
 */
public record ComplaintClockState(
        ComplaintKind kind,
        Optional<ReceivedReport> received,
        ResponsibleParty party,
        CurrentClockPhase currentPhase,
        ComplaintStayHistory stayHistory,
        Map<SlaClockType, DeadlineState> deadlines,
        OmbudsmanConsent consent) {

    /** What is known of a complaint nothing was heard of. */
    public static final ComplaintClockState UNKNOWN = new ComplaintClockState(
            ComplaintKind.COMPLAINT,
            Optional.empty(),
            ResponsibleParty.DESK,
            CurrentClockPhase.START,
            ComplaintStayHistory.NONE,
            Map.of(),
            OmbudsmanConsent.NOT_GIVEN);

    /** What is left to know of a complaint that was closed by silence and forgotten: a contest said at the same moment. */
    public static final ComplaintClockState CLOSED = new ComplaintClockState(
            ComplaintKind.COMPLAINT,
            Optional.empty(),
            ResponsibleParty.DESK,
            CurrentClockPhase.CLOSED,
            ComplaintStayHistory.NONE,
            Map.of(),
            OmbudsmanConsent.NOT_GIVEN);

    public ComplaintClockState {
        deadlines = Map.copyOf(deadlines);
    }

    /** Whose turn a clock counts. */
    ResponsibleParty partyOf(SlaClockType clock) {
        return switch (clock) {
            case DESK_VERIFICATION, OVERALL -> party.asDesk();
            case INSTITUTION_VERIFICATION, FOLLOW_UP, REPORTER_SILENCE -> party;
        };
    }

    /** The deadline whose step somebody still owes; it may rest, or be missed already. */
    public Optional<DeadlineState> open() {
        return deadlines.values().stream()
                .filter(deadline -> deadline.status() != DeadlineState.DeadlineStatus.MET
                        && deadline.clock() != SlaClockType.OVERALL)
                .findFirst();
    }

    /** The overall deadline, as long as the complaint has no answer. */
    public Optional<DeadlineState> overall() {
        return Optional.ofNullable(deadlines.get(SlaClockType.OVERALL))
                .filter(deadline -> deadline.status() != DeadlineState.DeadlineStatus.MET);
    }

    /**
     * The open deadlines, unless the step they wait for was taken and only the word that they are met is still to come.
     * A question asked when it was due already changes nothing.
     */
    public Stream<DeadlineState> armed() {
        return Stream.concat(
                open()
                        .filter(deadline ->
                                deadline.status() == DeadlineState.DeadlineStatus.RUNNING && isThisTurns(deadline))
                        .stream(),
                overall().filter(deadline -> currentPhase.phase().owesAnAnswer()).stream());
    }

    private boolean isThisTurns(DeadlineState deadline) {
        return currentPhase.phase().clock().filter(deadline.clock()::equals).isPresent()
                && (currentPhase.beganBy().equals(deadline.set().cause())
                        || currentPhase
                                .askedAt()
                                .filter(asked -> !asked.isBefore(deadline.set().dueAt()))
                                .isPresent());
    }

    ComplaintClockState after(ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted ->
                new ComplaintClockState(
                        submitted.report().kind(),
                        Optional.of(ReceivedReport.of(submitted)),
                        party,
                        currentPhase,
                        stayHistory,
                        deadlines,
                        consent);
            case PartOpened opened ->
                new ComplaintClockState(
                        opened.report().kind(),
                        Optional.of(ReceivedReport.of(opened)),
                        party,
                        currentPhase,
                        stayHistory,
                        deadlines,
                        consent);
            case ComplaintReclassified reclassified -> stepped(reclassified, reclassified.kind(), party);
            case ComplaintRouted routed ->
                stepped(routed, kind, ResponsibleParty.of(routed.institution(), routed.assignment()));
            case SlaEvent own ->
                new ComplaintClockState(
                        kind,
                        received,
                        party,
                        currentPhase.after(own),
                        stayHistory,
                        deadlinesAfter(own),
                        consent.after(own));
            case OmbudsmanConsentGiven given ->
                new ComplaintClockState(
                        kind, received, party, currentPhase, stayHistory, deadlines, consent.after(given));
            case IntakeEvent other -> stepped(other, kind, party);
            case RoutingEvent other -> stepped(other, kind, party);
            case HandlingEvent other -> stepped(other, kind, party);
            case NotificationEvent other -> this;
            case UnrecognisedEvent other -> this;
        };
    }

    private ComplaintClockState stepped(ComplaintEvent event, ComplaintKind now, ResponsibleParty at) {
        ComplaintStayHistory onward = currentPhase.phase() == CurrentClockPhase.ClockPhase.OVER
                ? stayHistory
                : stayHistory.after(event, party);
        return new ComplaintClockState(now, received, at, currentPhase.after(event), onward, deadlines, consent);
    }

    private Map<SlaClockType, DeadlineState> deadlinesAfter(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> with(DeadlineState.of(set));
            case DeadlineMet met -> changed(met, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.MET));
            case DeadlinePaused paused ->
                changed(paused, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.PAUSED));
            case DeadlineMoved moved -> fired(moved, deadline -> deadline.after(moved));
            case DeadlineNeared neared -> fired(neared, deadline -> deadline.after(neared));
            case DeadlineMissed missed -> fired(missed, deadline -> deadline.after(missed));
            case ComplaintClosed closed ->
                fired(closed, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.MET));
        };
    }

    /** What time said is about the deadline it names as its cause, and about no later one. */
    private Map<SlaClockType, DeadlineState> fired(SlaEvent event, UnaryOperator<DeadlineState> change) {
        DeadlineState deadline = deadlines.get(event.clock());
        return deadline == null || !deadline.id().equals(event.cause()) ? deadlines : with(change.apply(deadline));
    }

    private Map<SlaClockType, DeadlineState> changed(SlaEvent event, UnaryOperator<DeadlineState> change) {
        DeadlineState deadline = deadlines.get(event.clock());
        return deadline == null ? deadlines : with(change.apply(deadline));
    }

    private Map<SlaClockType, DeadlineState> with(DeadlineState deadline) {
        Map<SlaClockType, DeadlineState> changed = new EnumMap<>(SlaClockType.class);
        changed.putAll(deadlines);
        changed.put(deadline.clock(), deadline);
        return changed;
    }
}
