package id.pintu.standalone.importing;

import id.pintu.standalone.CommandLineException;
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
 * @param positions the name Pintu knows → its place in the row, counted from 0
 * @param ignored columns that mean nothing to Pintu, as the file names them
 */
record ColumnMapping(int width, Map<String, Integer> positions, List<String> ignored) {

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
     * @throws CommandLineException when no column is the text, two mean the same, or a renaming fits nothing
     */
    static ColumnMapping of(List<String> header, Map<String, String> renamed) {
        Set<String> unmatched = new HashSet<>(renamed.keySet());
        header.forEach(unmatched::remove);
        if (!unmatched.isEmpty()) {
            throw new CommandLineException("The file has no column " + unmatched + ". Its columns: " + header);
        }
        Map<String, Integer> positions = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int position = 0; position < header.size(); position++) {
            String given = header.get(position).strip();
            String name = renamed.getOrDefault(header.get(position), given);
            if (!KNOWN.contains(name)) {
                ignored.add(given);
            } else if (positions.putIfAbsent(name, position) != null) {
                throw new CommandLineException("Two columns are named '" + name + "'. Its columns: " + header);
            }
        }
        if (!positions.containsKey("text")) {
            throw new CommandLineException(
                    "No column is named 'text'. Say which one it is: --column NAME=text. Its columns: " + header);
        }
        return new ColumnMapping(header.size(), positions, ignored);
    }

    Map<String, String> of(List<String> fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : KNOWN) {
            Integer position = positions.get(name);
            if (position != null && position < fields.size()) {
                columns.put(name, fields.get(position));
            }
        }
        return columns;
    }
}
