package id.pintu.sla.clock.codec;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table that keeps each distinct string once and gives it a number. Codes of institutions, zones and policies are few. */
final class StringTable {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, ZoneId> zones = new HashMap<>();

    int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        strings.add(text);
        numbers.put(text, strings.size() - 1);
        return strings.size() - 1;
    }

    String string(int number) {
        return strings.get(number);
    }

    ZoneId zone(int number) {
        return zones.computeIfAbsent(number, unknown -> ZoneId.of(string(unknown)));
    }
}
