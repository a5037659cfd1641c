package id.pintu.support.tables;

import java.util.Map;
import java.util.Optional;

/**
 * Immutable row of a table.
 *
 * @param line of the file on which it begins, from 1
 * @param cells text of the cells by column, unstripped
 */
public record TableRow(long line, Map<String, String> cells) {

    public TableRow {
        cells = Map.copyOf(cells);
    }

    /** The text of a cell; empty if the table has no such column. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The stripped text of a cell; empty text if the table has no such column. */
    public String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
