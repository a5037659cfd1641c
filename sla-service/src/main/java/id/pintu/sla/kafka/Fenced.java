package id.pintu.sla.kafka;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Another instance holds the lock of a partition this one took for its own. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fenced(Throwable cause) {
        super(cause);
    }

    /** Kafka tells it in two ways, and later only as the cause of another failure. */
    static boolean by(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || by(failure.getCause()));
    }
}
