package id.pintu.processing.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageDetectorTest {

    private static final BsonDocument NOT_OK = new BsonDocument("ok", new BsonInt32(0));

    @ParameterizedTest
    @MethodSource
    void isAnOutage(Throwable failure) {
        assertThat(OutageDetector.isCauseOf(failure)).isTrue();
        assertThat(OutageDetector.isCauseOf(new IllegalStateException("while saving", failure)))
                .isTrue();
    }

    static Stream<Throwable> isAnOutage() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("reset", new ServerAddress()),
                new MongoNotPrimaryException(NOT_OK, new ServerAddress()),
                new MongoNodeIsRecoveringException(NOT_OK, new ServerAddress()),
                new MongoInterruptedException("stopped", new InterruptedException()),
                new IOException("connection reset"),
                new TimeoutException("no broker"),
                new CompletionException(new TimeoutException("no broker")));
    }

    @ParameterizedTest
    @MethodSource
    void belongsToTheRecord(Throwable failure) {
        assertThat(OutageDetector.isCauseOf(failure)).isFalse();
    }

    static Stream<Throwable> belongsToTheRecord() {
        return Stream.of(
                new BsonMaximumSizeExceededException("17 MB"),
                new MongoCommandException(
                        new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(10_334)),
                        new ServerAddress()),
                new RecordTooLargeException("2 MB"),
                new SerializationException("no bytes"),
                new CompletionException(new RecordTooLargeException("2 MB")),
                new IllegalStateException("a bug"));
    }
}
