package id.pintu.routing.rules;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what a text is about: the topic with the most letters of its keywords in it, the earlier line on a tie. */
final class Topics {

    private static final int SHORTEST_KEYWORD = 3;

    /** What the text is about, and the words that told. */
    record Found(Topic topic, Set<String> words) {

        int weight() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private final List<Topic> topics;
    private final Phrases<Integer> lines = new Phrases<>();

    Topics(List<Topic> topics) {
        this.topics = List.copyOf(topics);
        for (int line = 0; line < topics.size(); line++) {
            for (String keyword : topics.get(line).keywords()) {
                if (keyword.length() >= SHORTEST_KEYWORD) {
                    lines.add(keyword, line);
                }
            }
        }
    }

    Optional<Found> find(String text) {
        SortedMap<Integer, Set<String>> words = new TreeMap<>();
        for (Phrases.Match<Integer> match : lines.in(text)) {
            for (Integer line : match.meanings()) {
                words.computeIfAbsent(line, key -> new LinkedHashSet<>()).add(match.words());
            }
        }
        // Of equal ones, max takes the first: the earlier line.
        return words.entrySet().stream()
                .map(entry -> new Found(topics.get(entry.getKey()), entry.getValue()))
                .max(Comparator.comparingInt(Found::weight));
    }
}
