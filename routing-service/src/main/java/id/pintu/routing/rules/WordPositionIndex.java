package id.pintu.routing.rules;

import id.pintu.routing.text.TokenizedText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Index of the positions of each word in one text. */
final class WordPositionIndex {

    private static final int[] NO_POSITIONS = {};

    private final Map<String, int[]> positions;

    WordPositionIndex(TokenizedText words) {
        positions = HashMap.newHashMap(words.size());
        for (int i = 0; i < words.size(); i++) {
            int[] before = positions.getOrDefault(words.get(i), NO_POSITIONS);
            int[] now = Arrays.copyOf(before, before.length + 1);
            now[before.length] = i;
            positions.put(words.get(i), now);
        }
    }

    Set<String> words() {
        return positions.keySet();
    }

    int[] positionsOf(String word) {
        return positions.getOrDefault(word, NO_POSITIONS);
    }

    boolean has(String word) {
        return positions.containsKey(word);
    }
}
