package id.pintu.processing.topics;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Test for failures that mean: another producer has taken over this one's transactional id. */
public final class ProducerFencing {

    private ProducerFencing() {}

    /** Kafka reports fencing by two exceptions, and later only as the cause of another one. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isCauseOf(failure.getCause()));
    }
}
