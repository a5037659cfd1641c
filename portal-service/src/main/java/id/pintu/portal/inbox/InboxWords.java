package id.pintu.portal.inbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words by which an entry is found: those of its report, its place and its unit. */
public final class InboxWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]{3,40}");
    private static final int MAX_WORDS = 120;
    private static final int MAX_SEARCHED = 8;

    private InboxWords() {}

    /**
     * @param regionName maps a region's code to its name
     */
    public static List<String> of(InboxEntry entry, Function<String, String> regionName) {
        return entry.assignment()
                .map(assignment -> {
                    Stream<String> report = entry.report().stream()
                            .flatMap(each -> Stream.of(
                                    each.title(),
                                    each.place().orElse(""),
                                    each.regionCode().map(regionName).orElse(""),
                                    each.text()));
                    Set<String> words = Stream.concat(assignment.unit().stream(), report)
                            .flatMap(InboxWords::words)
                            .limit(MAX_WORDS)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
                    return words.stream()
                            .map(word -> key(assignment.institution().code(), word))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Keys of the words of a search, the longest first: it is likely the rarest. Empty when none can be searched for. */
    public static List<String> searched(String institution, String typed) {
        List<String> words =
                new ArrayList<>(words(typed).distinct().limit(MAX_SEARCHED).toList());
        words.sort((left, right) -> right.length() - left.length());
        return words.stream().map(word -> key(institution, word)).toList();
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
    }

    private static String key(String institution, String word) {
        return institution + "|" + word;
    }
}
