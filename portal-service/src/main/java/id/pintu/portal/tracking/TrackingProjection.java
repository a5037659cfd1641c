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
import id.pintu.processing.EventDocument;
import id.pintu.processing.EventDocumentProjection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Projection of the event log to the {@link TrackingReadModel} of each complaint, and to the entries of its timeline. It emits
 * no events.
 */
public final class TrackingProjection
        implements ComplaintDecider<TrackingReadModel>, EventDocumentProjection<TrackingReadModel> {

    @Override
    public TrackingReadModel initial() {
        return TrackingReadModel.UNKNOWN;
    }

    @Override
    public TrackingReadModel evolve(TrackingReadModel tracking, ComplaintEvent event) {
        TrackingReadModel reported = switch (event) {
            case IntakeEvent.ComplaintSubmitted e -> tracking.with(PubliclyVisibleReport.of(e.report(), e.at()));
            case RoutingEvent.PartOpened e -> tracking.with(PubliclyVisibleReport.of(e.report(), e.submittedAt()));
            case IntakeEvent e -> tracking;
            case RoutingEvent e -> tracking;
            case HandlingEvent e -> tracking;
            case SlaEvent e -> read(tracking, e);
            case NotificationEvent e -> tracking;
            case UnrecognisedEvent e -> tracking;
        };
        return entryFor(tracking, event).map(reported::with).orElse(reported);
    }

    private static TrackingReadModel read(TrackingReadModel tracking, SlaEvent event) {
        return switch (event) {
            case SlaEvent.DeadlineSet e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.of(e.dueAt())));
            case SlaEvent.DeadlineMoved e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.of(e.dueAt())));
            case SlaEvent.DeadlineMet e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.empty()));
            case SlaEvent.DeadlinePaused e -> tracking.with(e.clock(), new ClockReading(e.at(), Optional.empty()));
            case SlaEvent.DeadlineMissed e -> tracking;
            case SlaEvent.ComplaintClosed e -> tracking;
            case SlaEvent.DeadlineNeared e -> tracking;
            case SlaEvent.ExtensionRefused e -> tracking;
        };
    }

    /** The timeline entry of an event, if it has one, with the content that the public may not read. */
    private static Optional<TimelineEntry> entryFor(TrackingReadModel before, ComplaintEvent event) {
        TimelineEntryFactory entryFactory = new TimelineEntryFactory(before);
        return switch (event) {
            case IntakeEvent e -> Optional.of(entryFactory.entryFor(e));
            case RoutingEvent e -> Optional.of(entryFactory.entryFor(e));
            case HandlingEvent e -> entryFactory.entryFor(e);
            // Only a clock that runs on without the reporter's reply, or got more time, is a step that people are told
            // of.
            case SlaEvent.DeadlineSet e -> entryFactory.entryFor(e);
            case SlaEvent.DeadlineMissed e -> Optional.of(entryFactory.entryFor(e));
            case SlaEvent.ComplaintClosed e -> Optional.of(entryFactory.entryFor(e));
            case SlaEvent e -> Optional.empty();
            case NotificationEvent e -> Optional.empty();
            case UnrecognisedEvent e -> Optional.empty();
        };
    }

    /**
     * Stored without what people wrote, unless the report is known to be public. What is left out is a document apart, which
     * only the reporter's page is read from.
     */
    @Override
    public List<EventDocument> documents(TrackingReadModel before, TrackingReadModel after, ComplaintEvent event) {
        int number = before.progress().entries();
        return entryFor(before, event).stream()
                .flatMap(entry -> after.isReadable()
                        ? Stream.of(new EventDocument(TimelineEntry.documentId(event.complaintId(), number), entry))
                        : Stream.of(
                                new EventDocument(
                                        TimelineEntry.documentId(event.complaintId(), number), entry.withoutContent()),
                                new EventDocument(
                                        TimelineEntry.reporterDocumentId(event.complaintId(), number), entry)))
                .toList();
    }

    @Override
    public List<ComplaintEvent> react(TrackingReadModel tracking, ComplaintEvent event, Instant now) {
        return List.of();
    }

    /** Reminders to officers, their work among themselves, and notifications to the reporter are not public. */
    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return !NotificationEvent.class.isAssignableFrom(type)
                && type != SlaEvent.DeadlineNeared.class
                && type != SlaEvent.ExtensionRefused.class
                && type != HandlingEvent.OfficerAssigned.class
                && type != HandlingEvent.NoteAdded.class
                && type != HandlingEvent.ExtensionRequested.class
                && type != UnrecognisedEvent.class;
    }
}
