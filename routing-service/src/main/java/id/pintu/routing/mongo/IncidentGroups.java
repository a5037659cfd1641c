package id.pintu.routing.mongo;

import id.pintu.events.ComplaintId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Immutable snapshot of the incidents among the complaints that one institution or the desk holds; caches what it looks up. */
public final class IncidentGroups {

    public static final IncidentGroups NONE = new IncidentGroups(Map.of(), first -> Optional.empty());

    /** Number of other reports shown, enough to check whether they are about the same incident. */
    private static final int MAX_EXAMPLES = 3;

    private final Map<ComplaintId, List<IncidentReport>> repeats;
    private final Map<ComplaintId, ComplaintId> firsts = new HashMap<>();
    private final Function<ComplaintId, Optional<IncidentReport>> findFirstIfHeld;
    private final Map<ComplaintId, List<IncidentReport>> members = new HashMap<>();

    /**
     * @param repeats repeats by the first complaint of their incident, in order of submission
     * @param findFirstIfHeld finds a first complaint, when the same party holds it
     */
    IncidentGroups(
            Map<ComplaintId, List<IncidentReport>> repeats,
            Function<ComplaintId, Optional<IncidentReport>> findFirstIfHeld) {
        this.repeats = repeats;
        this.findFirstIfHeld = findFirstIfHeld;
        repeats.forEach((first, each) -> each.forEach(repeat -> firsts.put(repeat.id(), first)));
    }

    /** The incident of a complaint, if other complaints of the group report it too. */
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

    /** The first complaint, if the same party holds it, and all its repeats; looked up once for each incident. */
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
     * One report of an incident.
     *
     * @param text its beginning
     */
    public record IncidentReport(ComplaintId id, String text) {}

    /**
     * View of the incident of a complaint that waits for the desk.
     *
     * @param first the first complaint about it, held by any party
     * @param waiting number of waiting complaints about it, this one included
     * @param others the beginnings of up to three of the others, the oldest first
     */
    record QueueIncidentView(String first, int waiting, List<String> others) {}
}
