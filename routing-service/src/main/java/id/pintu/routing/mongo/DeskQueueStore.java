package id.pintu.routing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The complaints that wait for the national desk, oldest first; a small collection of their own, so listing is cheap. */
@Component
public class DeskQueueStore {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private static final BilingualText NO_EXPLANATION = new BilingualText("", "");

    private final MongoCollection<Document> waiting;
    private final Supplier<InstitutionRegistry> registry;

    public DeskQueueStore(MongoDatabase database, Supplier<InstitutionRegistry> registry) {
        this.waiting = database.getCollection("desk");
        this.registry = registry;
    }

    /** Takes note of where complaints are now; also while the ledger is restored, when nobody knows the registry yet. */
    public void updateFrom(Map<ComplaintId, HandlingState> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> writes.add(
                state.phase() == HandlingPhase.AT_DESK
                        ? new ReplaceOneModel<>(Filters.eq(id.value()), document(id, state), UPSERT)
                        : new DeleteOneModel<>(Filters.eq(id.value()))));
        if (!writes.isEmpty()) {
            waiting.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** What changes with others, names and incidents, is not in it: it is looked up when they are listed. */
    private static Document document(ComplaintId id, HandlingState state) {
        String since = state.submittedAt().map(Instant::toString).orElse("");
        BilingualText explanation =
                state.reason().map(OfficerExplanationWriter::of).orElse(NO_EXPLANATION);
        return new Document("_id", id.value())
                .append("queue", (state.quarrel().dispute().isEmpty() ? DeskQueue.DESK : DeskQueue.ARBITER).name())
                .append("turn", cursor(since, id.value()))
                .append("since", since)
                .append("title", state.report().map(SubmittedReport::title).orElse(""))
                .append("text", state.report().map(SubmittedReport::text).orElse(""))
                .append(
                        "dispute",
                        state.quarrel().dispute().map(DisputeCause::name).orElse(""))
                .append(
                        "refusals",
                        state.quarrel().refusals().stream()
                                .map(refusal -> new Document("institution", refusal.institution())
                                        .append("reason", refusal.reason())
                                        .append("suggested", refusal.suggested().orElse(null)))
                                .toList())
                .append(
                        "choices",
                        state.reason().flatMap(RoutingReason::assessment).map(RoutingAssessment::choices).stream()
                                .flatMap(List::stream)
                                .map(choice -> new Document("institution", choice.institution())
                                        .append("name", choice.name())
                                        .append("confidence", choice.confidence()))
                                .toList())
                .append("why", explanation.id())
                .append("whyEn", explanation.en());
    }

    private static String cursor(String since, String complaint) {
        return since + "/" + complaint;
    }

    /** The first so many after that {@link WaitingComplaint#cursor} and not among those without, oldest first. */
    public List<WaitingComplaint> list(
            DeskQueue queue, String after, Collection<ComplaintId> without, int limit, IncidentGroups groups) {
        List<WaitingComplaint> found = new ArrayList<>();
        waiting.find(Filters.and(
                        Filters.eq("queue", queue.name()),
                        Filters.gt("turn", after),
                        Filters.nin(
                                "_id", without.stream().map(ComplaintId::value).toList())))
                .sort(Sorts.ascending("turn"))
                .limit(limit)
                .forEach(each -> found.add(new WaitingComplaint(
                        each.getString("_id"),
                        each.getString("since"),
                        each.getString("title"),
                        each.getString("text"),
                        each.getString("dispute"),
                        refusals(each),
                        choices(each),
                        new BilingualText(each.get("why", ""), each.get("whyEn", "")),
                        groups.incidentOf(ComplaintId.parse(each.getString("_id"))))));
        return found;
    }

    /** The institution that stands at this place among the choices of one that waits, counted from 1. */
    public Optional<String> choice(ComplaintId id, int number) {
        Document document = waiting.find(Filters.eq(id.value())).first();
        List<InstitutionLikelihood> choices = document == null ? List.of() : choices(document);
        return number < 1 || number > choices.size()
                ? Optional.empty()
                : Optional.of(choices.get(number - 1).institution());
    }

    private String nameOf(String institution) {
        return registry.get()
                .institution(institution)
                .map(RegistryInstitution::name)
                .orElse(institution);
    }

    private List<RefusalView> refusals(Document document) {
        return document.getList("refusals", Document.class, List.of()).stream()
                .map(each -> new RefusalView(
                        each.getString("institution"),
                        nameOf(each.getString("institution")),
                        each.getString("reason"),
                        Optional.ofNullable(each.getString("suggested"))))
                .toList();
    }

    private static List<InstitutionLikelihood> choices(Document document) {
        return document.getList("choices", Document.class, List.of()).stream()
                .map(choice -> new InstitutionLikelihood(
                        choice.getString("institution"), choice.getString("name"), choice.getDouble("confidence")))
                .toList();
    }

    /** Who at the desk it waits for. */
    public enum DeskQueue {
        DESK,
        ARBITER
    }

    /**
     * An institution that said it is not theirs.
     *
     * @param reason in its own words
     * @param suggested code of the one it thinks is right
     */
    record RefusalView(String institution, String name, String reason, Optional<String> suggested) {}

    /**
     * @param since when it was submitted, ISO-8601
     * @param dispute why the arbiter has it; empty when nobody disputes
     * @param refusals what the institutions said that returned it, in order
     * @param choices the institutions it is likely for, the likeliest first
     * @param explanation why nobody was sure; empty for one that waits since before that was told
     * @param incident what it tells of, when others that wait for the desk tell of it too
     */
    public record WaitingComplaint(
            String complaintId,
            String since,
            String title,
            String text,
            String dispute,
            List<RefusalView> refusals,
            List<InstitutionLikelihood> choices,
            BilingualText explanation,
            Optional<IncidentGroups.QueueIncidentView> incident) {

        /** Its place among those that wait; many are submitted at one moment. */
        public String cursor() {
            return DeskQueueStore.cursor(since, complaintId);
        }
    }
}
