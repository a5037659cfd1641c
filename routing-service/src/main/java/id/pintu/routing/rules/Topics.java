package id.pintu.routing.rules;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a text is about: the topic with the most letters of its keywords in it, the earlier line on a tie. */
final class Topics {

    private static final int SHORTEST_KEYWORD = 3;

    /** What the text is about, and the words that told. */
    record Found(Topic topic, Set<String> words) {

        int weight() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private final Phrases<Topic> keywords = new Phrases<>();

    Topics(List<Topic> topics) {
        for (Topic topic : topics) {
            topic.keywords().stream()
                    .filter(keyword -> keyword.length() >= SHORTEST_KEYWORD)
                    .forEach(keyword -> keywords.add(keyword, topic));
        }
    }

    Optional<Found> find(String text) {
        Map<Topic, Set<String>> words = new LinkedHashMap<>();
        for (Phrases.Match<Topic> match : keywords.in(text)) {
            match.meanings()
                    .forEach(topic -> words.computeIfAbsent(topic, key -> new LinkedHashSet<>())
                            .add(match.words()));
        }
        return words.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .max(Comparator.comparingInt(Found::weight)
                        .thenComparing(found -> found.topic().name()));
    }
}
