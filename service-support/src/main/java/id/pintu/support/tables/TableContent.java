package id.pintu.support.tables;

import java.util.List;

/**
 * Immutable content of a table: the rows that can be used, and what is wrong with the others.
 *
 * @param rows in the order of the file
 * @param errors in the order of the file; empty if all rows can be used
 */
public record TableContent(List<TableRow> rows, List<TableCellError> errors) {

    public TableContent {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    /**
     * What is wrong with a row.
     *
     * @param line of the file on which the row begins, from 1
     * @param column empty if the row as a whole is wrong
     * @param message for the person who sent the file; quotes no cell
     */
    public record TableCellError(long line, String column, String message) {}

    /**
     * The rows, if all can be used.
     *
     * @throws InvalidTableException with the first error
     */
    public List<TableRow> requireRows() {
        if (!errors.isEmpty()) {
            TableCellError first = errors.getFirst();
            throw new InvalidTableException(
                    (int) first.line(),
                    first.column().isEmpty() ? first.message() : "column '" + first.column() + "' " + first.message());
        }
        return rows;
    }
}
