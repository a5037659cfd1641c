package id.pintu.routing.book;

import id.pintu.routing.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One text, with where each of its words stands. */
final class TextIndex {

    private static final int[] NOWHERE = {};

    private final Map<String, int[]> places;

    TextIndex(Words words) {
        places = HashMap.newHashMap(words.size());
        for (int i = 0; i < words.size(); i++) {
            int[] before = places.getOrDefault(words.get(i), NOWHERE);
            int[] now = Arrays.copyOf(before, before.length + 1);
            now[before.length] = i;
            places.put(words.get(i), now);
        }
    }

    Set<String> words() {
        return places.keySet();
    }

    int[] placesOf(String word) {
        return places.getOrDefault(word, NOWHERE);
    }

    boolean has(String word) {
        return places.containsKey(word);
    }
}
