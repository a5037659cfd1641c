package id.pintu.processing;

/** Exception for a snapshot that would be larger than the store takes. */
final class SnapshotTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotTooLargeException(int bytes) {
        super("the snapshot would have " + bytes + " bytes");
    }
}
