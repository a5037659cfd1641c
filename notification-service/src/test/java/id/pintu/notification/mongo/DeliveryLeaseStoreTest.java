package id.pintu.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ContactChannel;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseResult.Completed;
import id.pintu.notification.mongo.DeliveryLeaseResult.HeldElsewhere;
import id.pintu.notification.mongo.DeliveryLeaseResult.Unpublished;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.processing.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryLeaseStoreTest {

    private static final UUID ABOUT = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private Instant now = ComplaintEventFixture.START;
    private final DeliveryLeaseStore leases = new DeliveryLeaseStore(mongo.database(), LEASE, () -> now);

    static Stream<DeliveryOutcome> finalResults() {
        return Stream.of(
                DeliveryOutcome.of(ContactChannel.EMAIL, new Delivered()),
                new DeliveryOutcome(ContactChannel.SMS, new Delivered(), Optional.of(ContactChannel.EMAIL)),
                DeliveryOutcome.of(ContactChannel.EMAIL, new Undeliverable("smtp-550")));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void onlyOneOfManyAcquiresTheLease() throws Exception {
        assertThat(acquiredConcurrently()).isEqualTo(1);
    }

    @Test
    void onlyOneOfManyTakesOverAnExpiredLease() throws Exception {
        leases.acquire(ABOUT);
        now = now.plus(LEASE).plusMillis(1);
        assertThat(acquiredConcurrently()).isEqualTo(1);
    }

    @Test
    void aLeaseCannotBeTakenOverBeforeItExpires() {
        leases.acquire(ABOUT);
        now = now.plus(LEASE);
        assertThat(leases.acquire(ABOUT)).isEqualTo(new HeldElsewhere());
    }

    @Test
    void aReleasedLeaseCanBeAcquired() {
        Acquired acquired = (Acquired) leases.acquire(ABOUT);
        leases.release(acquired);
        assertThat(leases.acquire(ABOUT)).isInstanceOf(Acquired.class);
    }

    @Test
    void aFormerHolderCannotReleaseALeaseThatWasTakenOver() {
        Acquired former = (Acquired) leases.acquire(ABOUT);
        now = now.plus(LEASE).plusMillis(1);
        leases.acquire(ABOUT);
        leases.release(former);
        assertThat(leases.acquire(ABOUT)).isEqualTo(new HeldElsewhere());
    }

    @ParameterizedTest
    @MethodSource("finalResults")
    void theResultOfAKilledHolderIsUnpublishedOnceTheLeaseExpires(DeliveryOutcome outcome) {
        leases.acquire(ABOUT);
        now = now.plusSeconds(60);
        leases.recordResult(ABOUT, outcome);
        now = now.plus(LEASE);
        assertThat(leases.acquire(ABOUT)).isEqualTo(new HeldElsewhere());
        now = now.plusMillis(1);
        assertThat(leases.acquire(ABOUT)).isEqualTo(new Unpublished(outcome));
        assertThat(leases.acquire(ABOUT)).as("taken over once").isEqualTo(new HeldElsewhere());
    }

    @ParameterizedTest
    @MethodSource("finalResults")
    void aResultThatFailedToPublishIsUnpublishedImmediately(DeliveryOutcome outcome) {
        leases.acquire(ABOUT);
        leases.recordResult(ABOUT, outcome);
        leases.markUnpublished(ABOUT);
        assertThat(leases.acquire(ABOUT)).isEqualTo(new Unpublished(outcome));
    }

    @ParameterizedTest
    @MethodSource("finalResults")
    void aPublishedResultIsCompleted(DeliveryOutcome outcome) {
        leases.acquire(ABOUT);
        leases.recordResult(ABOUT, outcome);
        leases.markPublished(ABOUT);
        now = now.plus(Duration.ofDays(1));
        assertThat(leases.acquire(ABOUT)).isEqualTo(new Completed());
    }

    @Test
    void aNoticeAwaitingManualDeliveryIsCompleted() {
        leases.acquire(ABOUT);
        leases.recordResult(ABOUT, DeliveryOutcome.of(ContactChannel.SMS, new AwaitingManualDelivery()));
        now = now.plus(Duration.ofDays(1));
        assertThat(leases.acquire(ABOUT)).isEqualTo(new Completed());
    }

    private long acquiredConcurrently() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            Callable<DeliveryLeaseResult> acquisition = () -> leases.acquire(ABOUT);
            long acquired = 0;
            for (Future<DeliveryLeaseResult> result : many.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> acquisition).toList())) {
                acquired += result.get() instanceof Acquired ? 1 : 0;
            }
            return acquired;
        }
    }
}
