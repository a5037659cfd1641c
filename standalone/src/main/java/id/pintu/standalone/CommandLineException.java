package id.pintu.standalone;

/** Exception with a message for the user; the command then exits with code 2, without a stack trace. */
public final class CommandLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandLineException(String message) {
        super(message);
    }
}
