package id.pintu.portal.mongo;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.EventDocumentStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Repository of timeline entries, each a document {@code <complaint>/<number>}; numbers count from 0 in the order of the
 * ledger. A page is read by its ids, so it needs no index however long the timeline is.
 */
public final class TimelineRepository {

    private final EventDocumentStore<TimelineEntry> entries;

    public TimelineRepository(MongoDatabase database) {
        this.entries = new EventDocumentStore<>(database, "timeline", TimelineEntry.class);
    }

    /** The store that the event processor writes to. */
    public EventDocumentStore<TimelineEntry> entries() {
        return entries;
    }

    /** The same page as the public's, with the content that only the reporter may read. */
    public TimelinePage reporterPage(ComplaintId id, TrackingReadModel tracking, Optional<Integer> before, int limit) {
        TimelinePage visible = page(id, tracking, before, limit);
        int start = visible.earlier().orElse(0);
        Map<UUID, TimelineEntry> full = entries
                .find(IntStream.range(start, start + visible.entries().size())
                        .mapToObj(number -> TimelineEntry.reporterDocumentId(id, number))
                        .toList())
                .stream()
                .collect(Collectors.toMap(TimelineEntry::event, entry -> entry, (one, same) -> one));
        return new TimelinePage(
                visible.entries().stream()
                        .map(entry -> full.getOrDefault(entry.event(), entry))
                        .toList(),
                visible.earlier());
    }

    /**
     * The newest entries before a position, oldest first.
     *
     * @param before {@link TimelinePage#earlier()} of the page after; empty for the newest page
     */
    public TimelinePage page(ComplaintId id, TrackingReadModel tracking, Optional<Integer> before, int limit) {
        int end = Math.min(before.orElse(Integer.MAX_VALUE), tracking.progress().entries());
        int start = Math.max(0, end - limit);
        List<String> ids = IntStream.range(start, end)
                .mapToObj(number -> TimelineEntry.documentId(id, number))
                .toList();
        return new TimelinePage(
                entries.find(ids).stream().sorted(TimelineEntry.BY_TIME).toList(),
                start == 0 ? Optional.empty() : Optional.of(start));
    }

    /**
     * @param earlier where the page of earlier entries ends; empty on the oldest page
     */
    public record TimelinePage(List<TimelineEntry> entries, Optional<Integer> earlier) {}
}
