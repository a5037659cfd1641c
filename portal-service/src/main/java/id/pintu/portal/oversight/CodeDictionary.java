package id.pintu.portal.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for texts that occur often, from 0 in the order in which they came. Not thread-safe. */
final class CodeDictionary {

    /** The most that fit into a char. */
    private static final int LIMIT = Character.MAX_VALUE + 1;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @throws IllegalStateException when there are 65,536 other texts
     */
    char number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return (char) known.intValue();
        }
        if (texts.size() == LIMIT) {
            throw new IllegalStateException("too many texts");
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return (char) (texts.size() - 1);
    }

    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }
}
