package id.pintu.portal.tracking;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.processing.EventDocumentStore;
import java.util.Comparator;
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

    /** By time, with the report first: clocks of two machines may differ a little. */
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing((TimelineEntry entry) ->
                    !entry.eventType().equals(EventJsonCodec.wireName(ComplaintSubmitted.class)))
            .thenComparing(TimelineEntry::at);

    private final EventDocumentStore<TimelineEntry> entries;

    public TimelineRepository(MongoDatabase database) {
        this.entries = new EventDocumentStore<>(database, "timeline", TimelineEntry.class);
    }

    /** The store that the event processor writes to. */
    public EventDocumentStore<TimelineEntry> entries() {
        return entries;
    }

    static String idOf(ComplaintId complaint, int number) {
        return complaint.value() + "/" + number;
    }

    /** Of the entry with the content that only the reporter may read; there is none where the public may read it too. */
    static String reporterIdOf(ComplaintId complaint, int number) {
        return idOf(complaint, number) + "/reporter";
    }

    /** The same page as the public's, with the content that only the reporter may read. */
    public TimelinePage reporterPage(ComplaintId id, TrackingReadModel tracking, Optional<Integer> before, int limit) {
        TimelinePage visible = page(id, tracking, before, limit);
        int start = visible.earlier().orElse(0);
        Map<UUID, TimelineEntry> full = entries
                .find(IntStream.range(start, start + visible.entries().size())
                        .mapToObj(number -> reporterIdOf(id, number))
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
        List<String> ids =
                IntStream.range(start, end).mapToObj(number -> idOf(id, number)).toList();
        return new TimelinePage(
                entries.find(ids).stream().sorted(ORDER).toList(), start == 0 ? Optional.empty() : Optional.of(start));
    }

    /**
     * @param earlier where the page of earlier entries ends; empty on the oldest page
     */
    public record TimelinePage(List<TimelineEntry> entries, Optional<Integer> earlier) {}
}
