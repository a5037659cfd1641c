package id.pintu.routing.places;

import id.pintu.routing.places.PlaceNameMeaning.PlaceKind;
import id.pintu.routing.text.PhraseMatcher.PhraseMatch;
import id.pintu.routing.text.TokenizedText;
import id.pintu.routing.text.WordBloomFilter;
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
 * Matcher of the names of the country's kelurahan and desa. Nine of ten names occur in one kabupaten/kota only, so that
 * the name alone is evidence of it; any other name counts only after a prefix such as {@code desa}.
 */
final class VillageNameMatcher {

    private static final Set<String> VILLAGE_PREFIXES =
            Set.of("desa", "ds", "kel", "kelurahan", "lurah", "kades", "nagari", "gampong");

    /** Words before the name of another kind of place, often the name of a village elsewhere. */
    private static final Set<String> OTHER_PLACE_PREFIXES = Set.of(
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

    private static final int MAX_WORDS = 4;
    private static final int MIN_BARE_LENGTH = 6;
    private static final double BARE_WEIGHT = 0.35;

    /** Regency codes by the name without spaces: people write Tambak Aji for Tambakaji, and the other way round. */
    private final Map<String, Set<String>> regencies = new HashMap<>();

    private final WordBloomFilter unambiguousNames;
    private final Set<String> everydayWords;

    VillageNameMatcher(PlaceNameCatalog catalog) {
        this.everydayWords = catalog.everydayWords();
        catalog.villages()
                .forEach(each -> regencies
                        .computeIfAbsent(
                                String.join("", TokenizedText.of(each.name()).asList()), name -> new HashSet<>(2))
                        .add(each.regency()));
        this.unambiguousNames = new WordBloomFilter(regencies.size());
        regencies.forEach((name, codes) -> {
            if (codes.size() == 1 && name.length() >= MIN_BARE_LENGTH) {
                unambiguousNames.put(name.hashCode());
            }
        });
    }

    /**
     * Adds the villages of a text to its other place names.
     *
     * @param names of larger places in it; of two that overlap the longer one wins
     */
    List<PhraseMatch<PlaceNameMeaning>> withVillages(List<PhraseMatch<PlaceNameMeaning>> names, TokenizedText words) {
        int[] covered = new int[words.size()];
        names.forEach(name -> Arrays.fill(covered, name.from(), name.from() + name.length(), name.length()));
        List<PhraseMatch<PlaceNameMeaning>> found = new ArrayList<>(names);
        for (int i = 0; i < words.size(); i++) {
            int from = i;
            boolean prefixed = i > 0 && VILLAGE_PREFIXES.contains(words.get(i - 1));
            int length = prefixed ? prefixedLength(words, i) : bareLength(words, i, covered);
            if (length > 0) {
                found.removeIf(name -> !prefixed && name.from() >= from && name.from() < from + length);
                found.add(new PhraseMatch<>(
                        i, length, meanings(joinedLetters(words, i, length), prefixed ? 1 : BARE_WEIGHT)));
            }
        }
        return found;
    }

    private int prefixedLength(TokenizedText words, int from) {
        for (int length = Math.min(MAX_WORDS, words.size() - from); length > 0; length--) {
            if (regencies.containsKey(joinedLetters(words, from, length))) {
                return length;
            }
        }
        return 0;
    }

    private int bareLength(TokenizedText words, int from, int[] covered) {
        String word = words.get(from);
        if (from + 1 < words.size()
                && unambiguousNames.mightContain(hash(word, words.get(from + 1)))
                && isUnambiguous(words, from, 2, covered)) {
            return 2;
        }
        return unambiguousNames.mightContain(word.hashCode()) && isUnambiguous(words, from, 1, covered) ? 1 : 0;
    }

    private boolean isUnambiguous(TokenizedText words, int from, int length, int[] covered) {
        String name = joinedLetters(words, from, length);
        return name.length() >= MIN_BARE_LENGTH
                && regencies.getOrDefault(name, Set.of()).size() == 1
                && !everydayWords.containsAll(words.asList().subList(from, from + length))
                && isFree(covered, from, length)
                && !isNamedAfter(words, words.get(from));
    }

    /** Whether the name is that of a street, a market or a hamlet anywhere in the text. */
    private static boolean isNamedAfter(TokenizedText words, String name) {
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i).equals(name))
                .mapToObj(i -> words.get(i - 1))
                .anyMatch(before -> OTHER_PLACE_PREFIXES.contains(before)
                        || RegionScorer.STREET_OR_BUSINESS_PREFIXES.contains(before));
    }

    private static boolean isFree(int[] covered, int from, int length) {
        return Arrays.stream(covered, from, from + length).allMatch(other -> other < length);
    }

    private Set<PlaceNameMeaning> meanings(String name, double weight) {
        return regencies.getOrDefault(name, Set.of()).stream()
                .map(code -> new PlaceNameMeaning(PlaceKind.VILLAGE, code, weight))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String joinedLetters(TokenizedText words, int from, int length) {
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
