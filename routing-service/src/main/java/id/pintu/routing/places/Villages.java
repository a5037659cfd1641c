package id.pintu.routing.places;

import id.pintu.routing.places.Sense.Kind;
import id.pintu.routing.text.Marks;
import id.pintu.routing.text.Phrases.Match;
import id.pintu.routing.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of the country's kelurahan and desa. Nine of ten are borne in one kabupaten/kota only, so that such a name
 * tells it even by itself; any other only behind a word that says that a village is meant.
 */
final class Villages {

    private static final Set<String> VILLAGE =
            Set.of("desa", "ds", "kel", "kelurahan", "lurah", "kades", "nagari", "gampong");

    /** What has a name of its own, often that of a village elsewhere. */
    private static final Set<String> NO_VILLAGE = Set.of(
            "dusun",
            "dsn",
            "kampung",
            "kp",
            "pasar",
            "terminal",
            "stasiun",
            "halte",
            "perempatan",
            "pertigaan",
            "simpang");

    private static final int LONGEST = 4;
    private static final int SHORTEST_BARE = 6;
    private static final double BARE = 0.35;

    /** By the letters of their names: people write Tambak Aji for Tambakaji, and the other way round. */
    private final Map<String, Set<String>> regencies = new HashMap<>();

    private final Marks alone;
    private final Set<String> everyday;

    Villages(PlaceNames known) {
        this.everyday = known.everyday();
        known.villages()
                .forEach(each -> regencies
                        .computeIfAbsent(String.join("", Words.of(each.name()).asList()), name -> new HashSet<>(2))
                        .add(each.regency()));
        this.alone = new Marks(regencies.size());
        regencies.forEach((name, where) -> {
            if (where.size() == 1 && name.length() >= SHORTEST_BARE) {
                alone.put(name.hashCode());
            }
        });
    }

    /**
     * The places of a text, its villages among them.
     *
     * @param names of larger places in it; of two that overlap the longer is meant
     */
    List<Match<Sense>> among(List<Match<Sense>> names, Words words) {
        int[] covered = new int[words.size()];
        names.forEach(name -> Arrays.fill(covered, name.from(), name.from() + name.length(), name.length()));
        List<Match<Sense>> found = new ArrayList<>(names);
        for (int i = 0; i < words.size(); i++) {
            int from = i;
            boolean told = i > 0 && VILLAGE.contains(words.get(i - 1));
            int length = told ? told(words, i) : bare(words, i, covered);
            if (length > 0) {
                found.removeIf(name -> !told && name.from() >= from && name.from() < from + length);
                found.add(new Match<>(i, length, senses(letters(words, i, length), told ? 1 : BARE)));
            }
        }
        return found;
    }

    private int told(Words words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            if (regencies.containsKey(letters(words, from, length))) {
                return length;
            }
        }
        return 0;
    }

    private int bare(Words words, int from, int[] covered) {
        String word = words.get(from);
        if (from + 1 < words.size()
                && alone.mayHave(hash(word, words.get(from + 1)))
                && countsAlone(words, from, 2, covered)) {
            return 2;
        }
        return alone.mayHave(word.hashCode()) && countsAlone(words, from, 1, covered) ? 1 : 0;
    }

    private boolean countsAlone(Words words, int from, int length, int[] covered) {
        String name = letters(words, from, length);
        return name.length() >= SHORTEST_BARE
                && regencies.getOrDefault(name, Set.of()).size() == 1
                && !everyday.containsAll(words.asList().subList(from, from + length))
                && isFree(covered, from, length)
                && !isNamedAfter(words, words.get(from));
    }

    /** Somewhere in the text it is the name of a street, a market or a hamlet. */
    private static boolean isNamedAfter(Words words, String name) {
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i).equals(name))
                .mapToObj(i -> words.get(i - 1))
                .anyMatch(before -> NO_VILLAGE.contains(before) || Mentions.ELSEWHERE.contains(before));
    }

    private static boolean isFree(int[] covered, int from, int length) {
        return Arrays.stream(covered, from, from + length).allMatch(other -> other < length);
    }

    private Set<Sense> senses(String name, double weight) {
        return regencies.getOrDefault(name, Set.of()).stream()
                .map(code -> new Sense(Kind.VILLAGE, code, weight))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String letters(Words words, int from, int length) {
        return length == 1 ? words.get(from) : String.join("", words.asList().subList(from, from + length));
    }

    /** {@code (first + second).hashCode()}, as {@link String#hashCode} defines it. */
    private static int hash(String first, String second) {
        int hash = first.hashCode();
        for (int i = 0; i < second.length(); i++) {
            hash *= 31;
        }
        return hash + second.hashCode();
    }
}
