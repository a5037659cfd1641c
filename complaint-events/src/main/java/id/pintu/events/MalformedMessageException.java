package id.pintu.events;

/** Thrown for bytes that are not a valid event or command. The message names the field and never quotes a value. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }
}
