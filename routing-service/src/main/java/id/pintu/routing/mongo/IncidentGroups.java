package id.pintu.routing.mongo;

import id.pintu.events.ComplaintId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is in the same hands and tells of the same thing, as the incident book stood when it was read. */
public final class IncidentGroups {

    public static final IncidentGroups NONE = new IncidentGroups(Map.of(), first -> Optional.empty());

    /** So many of the others are told, for somebody to see whether they really tell of the same. */
    private static final int MAX_EXAMPLES = 3;

    private final Map<ComplaintId, List<IncidentReport>> repeats;
    private final Map<ComplaintId, ComplaintId> firsts = new HashMap<>();
    private final Function<ComplaintId, Optional<IncidentReport>> findFirstIfHeld;
    private final Map<ComplaintId, List<IncidentReport>> members = new HashMap<>();

    /**
     * @param repeats by what they repeat, in the order they came
     * @param findFirstIfHeld a first, when it is in these hands itself
     */
    IncidentGroups(
            Map<ComplaintId, List<IncidentReport>> repeats,
            Function<ComplaintId, Optional<IncidentReport>> findFirstIfHeld) {
        this.repeats = repeats;
        this.findFirstIfHeld = findFirstIfHeld;
        repeats.forEach((first, each) -> each.forEach(repeat -> firsts.put(repeat.id(), first)));
    }

    /** What this one tells of, if others tell of it too. */
    Optional<QueueIncidentView> incidentOf(ComplaintId complaint) {
        ComplaintId first = firsts.getOrDefault(complaint, complaint);
        List<IncidentReport> all = repeats.containsKey(first) ? reportsOf(first) : List.of();
        return Optional.of(all)
                .filter(several -> several.size() > 1)
                .map(several -> new QueueIncidentView(
                        first.value(),
                        several.size(),
                        several.stream()
                                .filter(other -> !other.id().equals(complaint))
                                .limit(MAX_EXAMPLES)
                                .map(IncidentReport::text)
                                .toList()));
    }

    /** The first, if it is in these hands, and every repeat of it; many ask about one, and it is looked up once. */
    public List<IncidentReport> reportsOf(ComplaintId first) {
        return members.computeIfAbsent(first, this::collectReports);
    }

    private List<IncidentReport> collectReports(ComplaintId first) {
        List<IncidentReport> all = new ArrayList<>();
        findFirstIfHeld.apply(first).ifPresent(all::add);
        all.addAll(repeats.getOrDefault(first, List.of()));
        return all;
    }

    /**
     * @param text how it begins
     */
    public record IncidentReport(ComplaintId id, String text) {}

    /**
     * What several of those tell of that wait for the desk.
     *
     * @param first the complaint that told of it first, wherever it is
     * @param waiting how many of them wait now, this one included
     * @param others how up to three of the others begin, the oldest first
     */
    record QueueIncidentView(String first, int waiting, List<String> others) {}
}
