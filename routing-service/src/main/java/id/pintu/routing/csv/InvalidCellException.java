package id.pintu.routing.csv;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when the cell of a column cannot be used; its row is known to the caller. */
final class InvalidCellException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String reason;

    /**
     * @param reason continues "column …", such as {@code is required}
     */
    InvalidCellException(String column, String reason) {
        this(column, reason, null);
    }

    InvalidCellException(String column, String reason, @Nullable Throwable cause) {
        super("column '" + column + "': " + reason, cause);
        this.column = column;
        this.reason = reason;
    }

    String column() {
        return column;
    }

    /** The message without the column. */
    String reason() {
        return reason;
    }
}
