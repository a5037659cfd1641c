package id.pintu.standalone;

/** What the command line cannot do, in words for the person who asked; ends it with exit code 2, without a stack trace. */
public final class CommandLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandLineException(String message) {
        super(message);
    }
}
