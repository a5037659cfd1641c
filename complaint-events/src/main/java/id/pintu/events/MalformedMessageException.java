package id.pintu.events;

/** Bytes that are no event. The message names the field, never a value. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }
}
