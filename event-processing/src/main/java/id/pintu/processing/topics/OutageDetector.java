package id.pintu.processing.topics;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Test for failures that mean: the store or the broker does not answer. Only these are retried, since they pass; every
 * other failure belongs to the record that was being processed, and comes again however often it is tried.
 */
public final class OutageDetector {

    private OutageDetector() {}

    /** Whether this failure, or what caused it, is an outage of MongoDB, of Kafka or of the network between. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        return failure != null && (isOutage(failure) || isCauseOf(failure.getCause()));
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case MongoSocketException e -> true;
            case MongoTimeoutException e -> true;
            case MongoNotPrimaryException e -> true;
            case MongoNodeIsRecoveringException e -> true;
            case MongoSecurityException e -> true;
            case MongoInterruptedException e -> true;
            case MongoWriteConcernException e -> true;
            case MongoBulkWriteException e -> e.getWriteConcernError() != null;
            case MongoClientException e -> e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
            case RecordTooLargeException e -> false;
            case SerializationException e -> false;
            case KafkaException e -> true;
            case CompletionException e -> false; // its cause tells
            case IOException e -> true;
            case IllegalStateException e -> isClosedClient(e);
            default -> false;
        };
    }

    /** A client that was closed by a shutdown fails this way; whoever comes next processes the record. */
    private static boolean isClosedClient(IllegalStateException e) {
        return e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith("com.mongodb.assertions");
    }
}
