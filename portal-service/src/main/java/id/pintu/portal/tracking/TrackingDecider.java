package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.Unrecognised;
import id.pintu.house.ledger.Decider;
import id.pintu.portal.tracking.Tracking.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Listens and remembers for the public; never says a word. */
public final class TrackingDecider implements Decider<Tracking> {

    @Override
    public Tracking initial() {
        return Tracking.UNKNOWN;
    }

    @Override
    public Tracking evolve(Tracking known, ComplaintEvent event) {
        Narrator narrator = new Narrator(known);
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e ->
                known.with(PublicReport.of(e.report(), e.at())).with(narrator.tell(e));
            case IntakeEvent e -> known.with(narrator.tell(e));
            case RoutingEvent.PartOpened e ->
                known.with(PublicReport.of(e.report(), e.submittedAt())).with(narrator.tell(e));
            case RoutingEvent e -> known.with(narrator.tell(e));
            case HandlingEvent e -> known.with(narrator.tell(e));
            case SlaEvent.DeadlineSet e -> known.with(e.clock(), new Reading(e.at(), Optional.of(e.dueAt())));
            case SlaEvent.DeadlineMoved e -> known.with(e.clock(), new Reading(e.at(), Optional.of(e.dueAt())));
            case SlaEvent.DeadlineMet e -> known.with(e.clock(), new Reading(e.at(), Optional.empty()));
            case SlaEvent.DeadlinePaused e -> known.with(e.clock(), new Reading(e.at(), Optional.empty()));
            case SlaEvent.DeadlineMissed e -> known.with(narrator.tell(e));
            case SlaEvent.ComplaintClosed e -> known.with(narrator.tell(e));
            case SlaEvent.DeadlineNeared e -> known;
            case NotificationEvent e -> known;
            case Unrecognised e -> known;
        };
    }

    @Override
    public List<ComplaintEvent> react(Tracking known, ComplaintEvent heard, Instant now) {
        return List.of();
    }

    /** Whether officers were reminded or a reporter was told is not the public's business. */
    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return !NotificationEvent.class.isAssignableFrom(type)
                && type != SlaEvent.DeadlineNeared.class
                && type != Unrecognised.class;
    }
}
