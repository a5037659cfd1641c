package id.pintu.support.tables;

/** Thrown when a file that a person sent cannot be taken. Its message names the line and the reason, and quotes no cell. */
public final class InvalidTableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    /**
     * @param line from 1, as a text editor counts
     * @param reason for the person who sent the file
     */
    public InvalidTableException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
        this.reason = reason;
    }

    public int line() {
        return line;
    }

    /** The message without the line. */
    public String reason() {
        return reason;
    }
}
