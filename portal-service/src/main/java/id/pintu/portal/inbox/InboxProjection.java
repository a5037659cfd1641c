package id.pintu.portal.inbox;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.portal.inbox.InboxClock.InboxClockPhase;
import id.pintu.processing.ComplaintDecider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Projection of the event log to the {@link InboxEntry} of each complaint. It emits no events. */
public final class InboxProjection implements ComplaintDecider<InboxEntry> {

    /** Clocks whose deadline the institution misses. */
    private static final Set<SlaClockType> OF_THE_INSTITUTION =
            Set.of(SlaClockType.INSTITUTION_VERIFICATION, SlaClockType.FOLLOW_UP);

    @Override
    public InboxEntry initial() {
        return InboxEntry.UNKNOWN;
    }

    @Override
    public InboxEntry evolve(InboxEntry entry, ComplaintEvent event) {
        return switch (event) {
            case IntakeEvent e -> evolve(entry, e);
            case RoutingEvent e -> evolve(entry, e);
            case HandlingEvent e ->
                entry.assignment()
                                .filter(has -> has.institution().code().equals(e.institution()))
                                .isPresent()
                        ? evolve(entry.changeTimes(times -> times.accepted(e.at())), e)
                        : entry;
            case SlaEvent e -> evolve(entry, e);
            case NotificationEvent e -> entry;
            case UnrecognisedEvent e -> entry;
        };
    }

    private static InboxEntry evolve(InboxEntry entry, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e -> entry.with(InboxReport.of(e.report(), e.at()));
            case IntakeEvent.ComplaintReplied e ->
                entry.stage() == InboxStage.AWAITING_REPORTER ? entry.with(InboxStage.IN_PROGRESS) : entry;
            case IntakeEvent.ComplaintWithdrawn e -> entry.ended(e.at());
            case IntakeEvent.ComplaintContested e -> entry.reopened();
            case IntakeEvent.ComplaintRated e -> entry.ended(e.at());
            case IntakeEvent.OmbudsmanConsentGiven e -> entry;
        };
    }

    private static InboxEntry evolve(InboxEntry entry, RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.ComplaintRouted e -> entry.assigned(InboxAssignment.to(e.institution(), e.at()));
            case RoutingEvent.ComplaintHeldForDesk e -> entry.withoutInstitution();
            case RoutingEvent.PartOpened e -> entry.with(InboxReport.of(e.report(), e.submittedAt()));
            case RoutingEvent.ComplaintReclassified e ->
                entry.report()
                        .map(report -> entry.with(report.withKind(e.kind())))
                        .orElse(entry);
            case RoutingEvent.RepeatFound e -> entry.repeating(e.of());
            case RoutingEvent.ComplaintArchived e -> entry.ended(e.at());
            // Another decision follows each of them in the same transaction.
            case RoutingEvent.ComplaintReturned e -> entry;
            case RoutingEvent.ComplaintTransferred e -> entry;
            case RoutingEvent.RulingGiven e -> entry;
            case RoutingEvent.ComplaintSplit e -> entry;
        };
    }

    private static InboxEntry evolve(InboxEntry entry, HandlingEvent event) {
        return switch (event) {
            case HandlingEvent.ComplaintVerified e -> entry.with(workedOn(entry));
            case HandlingEvent.UnitAssigned e ->
                entry.changeAssignment(has -> has.withUnit(e.unit())).with(workedOn(entry));
            case HandlingEvent.OfficerAssigned e -> entry.changeAssignment(has -> has.withAccount(e.account()));
            case HandlingEvent.NoteAdded e -> entry;
            case HandlingEvent.ExtensionRequested e -> entry.with(workedOn(entry));
            case HandlingEvent.ClarificationAsked e -> entry.with(InboxStage.AWAITING_REPORTER);
            case HandlingEvent.FollowUpPosted e ->
                entry.changeTimes(times -> times.followedUp(e.at())).with(workedOn(entry));
            case HandlingEvent.ComplaintResolved e ->
                entry.changeTimes(times -> times.resolved(e.at())).with(InboxStage.ANSWERED);
        };
    }

    /** A question stays open whatever else the institution does. */
    private static InboxStage workedOn(InboxEntry entry) {
        return entry.stage() == InboxStage.NEW ? InboxStage.IN_PROGRESS : entry.stage();
    }

    private static InboxEntry evolve(InboxEntry entry, SlaEvent event) {
        return switch (event) {
            case SlaEvent.DeadlineSet e -> {
                InboxEntry set = entry.with(
                        e.clock(),
                        new InboxClock(
                                e.at(),
                                InboxClockPhase.RUNNING,
                                e.dueAt(),
                                e.policy(),
                                e.basis(),
                                0,
                                Optional.empty()));
                // The question was open for as long as it may be.
                yield e.pauseLimit().isPresent() && entry.stage() == InboxStage.AWAITING_REPORTER
                        ? set.with(InboxStage.IN_PROGRESS)
                        : set;
            }
            case SlaEvent.DeadlineMoved e ->
                entry.changeClock(
                        e.clock(),
                        former -> new InboxClock(
                                e.at(),
                                former.phase(),
                                e.dueAt(),
                                former.policy(),
                                e.basis(),
                                former.level(),
                                Optional.of(e.decree())));
            case SlaEvent.DeadlineMet e -> entry.clockAt(e.clock(), InboxClockPhase.MET, e.at());
            case SlaEvent.DeadlinePaused e -> entry.clockAt(e.clock(), InboxClockPhase.PAUSED, e.at());
            case SlaEvent.DeadlineMissed e -> {
                InboxEntry missed = entry.changeClock(e.clock(), former -> former.missed(e.level()));
                yield OF_THE_INSTITUTION.contains(e.clock()) ? missed.changeTimes(HandlingTimes::afterMiss) : missed;
            }
            case SlaEvent.ComplaintClosed e -> entry.ended(e.at());
            case SlaEvent.DeadlineNeared e -> entry;
            case SlaEvent.ExtensionRefused e -> entry;
        };
    }

    @Override
    public List<ComplaintEvent> react(InboxEntry entry, ComplaintEvent event, Instant now) {
        return List.of();
    }

    /** Reminders, notes and notifications change nothing about what is to be done. */
    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return !NotificationEvent.class.isAssignableFrom(type)
                && type != SlaEvent.DeadlineNeared.class
                && type != SlaEvent.ExtensionRefused.class
                && type != HandlingEvent.NoteAdded.class
                && type != UnrecognisedEvent.class;
    }
}
