package id.pintu.processing;

/** Exception for an outgoing record that is larger than the broker takes. */
final class RecordTooLargeForBrokerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordTooLargeForBrokerException(String type, int bytes) {
        super("a record of type " + type + " would have " + bytes + " bytes");
    }
}
