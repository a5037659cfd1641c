package id.pintu.standalone;

/** What the command line cannot do, in words for the person who asked; ends it with exit code 2, without a stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
