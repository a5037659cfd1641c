package id.pintu.routing.http;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.pintu.events.ComplaintId;
import id.pintu.events.Report;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.Handling.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The complaints that wait for the national desk, oldest first; a small collection of their own, so listing is cheap. */
@Component
public class DeskTray {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> waiting;

    DeskTray(MongoDatabase database) {
        this.waiting = database.getCollection("desk");
    }

    /** Takes note of where complaints are now. */
    public void note(Map<ComplaintId, Handling> states) {
        states.forEach((id, state) -> {
            if (state.phase() == Phase.AT_DESK && state.report().isPresent()) {
                Report report = state.report().get();
                waiting.replaceOne(
                        Filters.eq(id.value()),
                        new Document("_id", id.value())
                                .append(
                                        "since",
                                        state.submittedAt()
                                                .map(Instant::toString)
                                                .orElse(""))
                                .append("title", report.title())
                                .append("text", report.text()),
                        UPSERT);
            } else {
                waiting.deleteOne(Filters.eq(id.value()));
            }
        });
    }

    /** The first so many after that moment, oldest first. */
    List<Waiting> list(String after, int limit) {
        List<Waiting> found = new ArrayList<>();
        waiting.find(Filters.gt("since", after))
                .sort(Sorts.ascending("since", "_id"))
                .limit(limit)
                .forEach(each -> found.add(new Waiting(
                        each.getString("_id"),
                        each.getString("since"),
                        each.getString("title"),
                        each.getString("text"))));
        return found;
    }

    /**
     * @param since when it was submitted, ISO-8601
     */
    record Waiting(String complaintId, String since, String title, String text) {}
}
