package id.pintu.standalone.importing;

import id.pintu.standalone.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which field of a row means what.
 *
 * @param width fields in a whole row
 * @param places the name Pintu knows → its place in the row, counted from 0
 * @param ignored columns that mean nothing to Pintu, as the file names them
 */
record Columns(int width, Map<String, Integer> places, List<String> ignored) {

    static final List<String> KNOWN = List.of(
            "id",
            "text",
            "title",
            "kind",
            "place",
            "region_code",
            "latitude",
            "longitude",
            "institution_code",
            "category",
            "occurred_on",
            "name",
            "email",
            "phone",
            "anonymous",
            "confidential");

    /**
     * @param header the file's first row
     * @param renamed the file's name of a column → the name Pintu knows
     * @throws Refusal when no column is the text, two mean the same, or a renaming fits nothing
     */
    static Columns of(List<String> header, Map<String, String> renamed) {
        Set<String> unmatched = new HashSet<>(renamed.keySet());
        header.forEach(unmatched::remove);
        if (!unmatched.isEmpty()) {
            throw new Refusal("The file has no column " + unmatched + ". Its columns: " + header);
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            String given = header.get(place).strip();
            String name = renamed.getOrDefault(header.get(place), given);
            if (!KNOWN.contains(name)) {
                ignored.add(given);
            } else if (places.putIfAbsent(name, place) != null) {
                throw new Refusal("Two columns are named '" + name + "'. Its columns: " + header);
            }
        }
        if (!places.containsKey("text")) {
            throw new Refusal(
                    "No column is named 'text'. Say which one it is: --column NAME=text. Its columns: " + header);
        }
        return new Columns(header.size(), places, ignored);
    }

    Map<String, String> of(List<String> fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : KNOWN) {
            Integer place = places.get(name);
            if (place != null && place < fields.size()) {
                columns.put(name, fields.get(place));
            }
        }
        return columns;
    }
}
