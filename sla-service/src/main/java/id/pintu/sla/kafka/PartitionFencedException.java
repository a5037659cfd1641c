package id.pintu.sla.kafka;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Another instance holds the lock of a partition this one took for its own. */
final class PartitionFencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionFencedException(Throwable cause) {
        super(cause);
    }

    /** Kafka tells it in two ways, and later only as the cause of another failure. */
    static boolean isCausedByFencing(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isCausedByFencing(failure.getCause()));
    }
}
