package id.pintu.sla.clock;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of institutions, zones and limits are few: each is kept once, and has a number. */
final class Wordbook {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, ZoneId> zones = new HashMap<>();

    int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    String text(int number) {
        return texts.get(number);
    }

    ZoneId zone(int number) {
        return zones.computeIfAbsent(number, unknown -> ZoneId.of(text(unknown)));
    }
}
