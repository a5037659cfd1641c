package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is in the same hands and tells of the same thing, as the incident book stood when it was read. */
final class Together {

    static final Together NONE = new Together(Map.of(), first -> Optional.empty());

    /** So many of the others are told, for somebody to see whether they really tell of the same. */
    private static final int SHOWN = 3;

    private final Map<ComplaintId, List<Report>> repeats;
    private final Map<ComplaintId, ComplaintId> firsts = new HashMap<>();
    private final Function<ComplaintId, Optional<Report>> handed;
    private final Map<ComplaintId, List<Report>> members = new HashMap<>();

    /**
     * @param repeats by what they repeat, in the order they came
     * @param handed a first, when it is in these hands itself
     */
    Together(Map<ComplaintId, List<Report>> repeats, Function<ComplaintId, Optional<Report>> handed) {
        this.repeats = repeats;
        this.handed = handed;
        repeats.forEach((first, each) -> each.forEach(repeat -> firsts.put(repeat.id(), first)));
    }

    /** What this one tells of, if others tell of it too. */
    Optional<Shared> of(ComplaintId complaint) {
        ComplaintId first = firsts.getOrDefault(complaint, complaint);
        List<Report> all = repeats.containsKey(first) ? all(first) : List.of();
        return Optional.of(all)
                .filter(several -> several.size() > 1)
                .map(several -> new Shared(
                        first.value(),
                        several.size(),
                        several.stream()
                                .filter(other -> !other.id().equals(complaint))
                                .limit(SHOWN)
                                .map(Report::text)
                                .toList()));
    }

    /** The first, if it is in these hands, and every repeat of it; many ask about one, and it is looked up once. */
    List<Report> all(ComplaintId first) {
        return members.computeIfAbsent(first, this::look);
    }

    private List<Report> look(ComplaintId first) {
        List<Report> all = new ArrayList<>();
        handed.apply(first).ifPresent(all::add);
        all.addAll(repeats.getOrDefault(first, List.of()));
        return all;
    }

    /**
     * @param text how it begins
     */
    record Report(ComplaintId id, String text) {}

    /**
     * What several of those tell of that wait for the desk.
     *
     * @param first the complaint that told of it first, wherever it is
     * @param waiting how many of them wait now, this one included
     * @param others how up to three of the others begin, the oldest first
     */
    record Shared(String first, int waiting, List<String> others) {}
}
