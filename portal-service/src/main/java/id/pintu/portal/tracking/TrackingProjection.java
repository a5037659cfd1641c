package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.portal.tracking.TrackingReadModel.ClockReading;
import id.pintu.processing.ComplaintDecider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Projection of the event log to the {@link TrackingReadModel} of each complaint. It emits no events. */
public final class TrackingProjection implements ComplaintDecider<TrackingReadModel> {

    @Override
    public TrackingReadModel initial() {
        return TrackingReadModel.UNKNOWN;
    }

    @Override
    public TrackingReadModel evolve(TrackingReadModel tracking, ComplaintEvent event) {
        TimelineEntryFactory entryFactory = new TimelineEntryFactory(tracking);
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e ->
                tracking.with(PubliclyVisibleReport.of(e.report(), e.at())).with(entryFactory.entryFor(e));
            case IntakeEvent e -> tracking.with(entryFactory.entryFor(e));
            case RoutingEvent.PartOpened e ->
                tracking.with(PubliclyVisibleReport.of(e.report(), e.submittedAt()))
                        .with(entryFactory.entryFor(e));
            case RoutingEvent e -> tracking.with(entryFactory.entryFor(e));
            case HandlingEvent e -> tracking.with(entryFactory.entryFor(e));
            case SlaEvent.DeadlineSet e -> after(tracking, e);
            case SlaEvent.DeadlineMoved e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.of(e.dueAt())));
            case SlaEvent.DeadlineMet e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.empty()));
            case SlaEvent.DeadlinePaused e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.empty()));
            case SlaEvent.DeadlineMissed e -> tracking.with(entryFactory.entryFor(e));
            case SlaEvent.ComplaintClosed e -> tracking.with(entryFactory.entryFor(e));
            case SlaEvent.DeadlineNeared e -> tracking;
            case NotificationEvent e -> tracking;
            case UnrecognisedEvent e -> tracking;
        };
    }

    /** Only a clock that runs on without the reporter's reply is a step that people are told of. */
    private static TrackingReadModel after(TrackingReadModel tracking, SlaEvent.DeadlineSet event) {
        TrackingReadModel set = tracking.with(event.clock(), new ClockReading(event.at(), Optional.of(event.dueAt())));
        return event.pauseLimit()
                .map(days -> set.with(new TimelineEntryFactory(tracking).entryFor(event, days)))
                .orElse(set);
    }

    @Override
    public List<ComplaintEvent> react(TrackingReadModel tracking, ComplaintEvent event, Instant now) {
        return List.of();
    }

    /** Reminders to officers and notifications to the reporter are not public. */
    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return !NotificationEvent.class.isAssignableFrom(type)
                && type != SlaEvent.DeadlineNeared.class
                && type != UnrecognisedEvent.class;
    }
}
