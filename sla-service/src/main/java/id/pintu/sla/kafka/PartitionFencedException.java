package id.pintu.sla.kafka;

/** Thrown when another instance has taken the lock of a partition that this instance owned. */
final class PartitionFencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionFencedException(Throwable cause) {
        super(cause);
    }
}
