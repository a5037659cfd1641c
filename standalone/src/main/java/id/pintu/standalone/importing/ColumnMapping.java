package id.pintu.standalone.importing;

import id.pintu.standalone.CommandLineException;
import id.pintu.support.tables.TableColumns;
import id.pintu.support.tables.TableReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Immutable mapping of a file's columns to Pintu's column names. Other columns are ignored, unless their name is near to
 * one of Pintu's: then a mistake is more likely.
 *
 * @param width number of columns of the file
 * @param positions Pintu's column name → index of the field in a row, from 0
 */
record ColumnMapping(int width, Map<String, Integer> positions) {

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

    private static final TableColumns COLUMNS = TableColumns.of(List.of("text"), KNOWN);

    /**
     * Maps a header row.
     *
     * @param header names of the file's columns
     * @param renamed column name in the file → column name of Pintu, or empty text to ignore the column
     * @throws CommandLineException when there is no text column, two columns have the same name, a renamed column is
     *     not in the file, or a column is probably misspelt
     */
    static ColumnMapping of(List<String> header, Map<String, String> renamed) {
        Set<String> unmatched = new HashSet<>(renamed.keySet());
        header.forEach(unmatched::remove);
        if (!unmatched.isEmpty()) {
            throw new CommandLineException("The file has no column " + unmatched + ". Columns: " + header);
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int position = 0; position < header.size(); position++) {
            String name = renamed.getOrDefault(
                    header.get(position), header.get(position).strip());
            if (KNOWN.contains(name) && positions.putIfAbsent(name, position) != null) {
                throw new CommandLineException("Two columns are named '" + name + "'. Columns: " + header);
            }
        }
        requireNoMisspelling(header, renamed, positions.keySet());
        if (!positions.containsKey("text")) {
            throw new CommandLineException(
                    "No column is named 'text'. Name the column with --column NAME=text. Columns: " + header);
        }
        return new ColumnMapping(header.size(), positions);
    }

    private static void requireNoMisspelling(List<String> header, Map<String, String> renamed, Set<String> found) {
        for (String column : header) {
            if (!renamed.containsKey(column) && !KNOWN.contains(column.strip())) {
                COLUMNS.nearest(column.strip())
                        .filter(near -> !found.contains(near))
                        .ifPresent(near -> {
                            throw new CommandLineException("The column '" + column + "' is unknown. Is it '" + near
                                    + "'? Then add --column '" + column + "=" + near + "'; to ignore it, --column '"
                                    + column
                                    + "='");
                        });
            }
        }
    }

    /** Fields of one row by Pintu's column names; missing fields are left out. */
    Map<String, String> of(List<String> fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : KNOWN) {
            Integer position = positions.get(name);
            if (position != null && position < fields.size()) {
                columns.put(name, TableReader.textOf(fields.get(position)));
            }
        }
        return columns;
    }
}
