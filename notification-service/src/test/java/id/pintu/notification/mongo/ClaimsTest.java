package id.pintu.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.notification.Steps;
import id.pintu.notification.Store;
import id.pintu.notification.mongo.Claim.Done;
import id.pintu.notification.mongo.Claim.Elsewhere;
import id.pintu.notification.mongo.Claim.Mine;
import id.pintu.notification.mongo.Claim.Untold;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Handed;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import java.time.Duration;
import java.time.Instant;
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

class ClaimsTest {

    private static final UUID ABOUT = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Store store = new Store();
    private Instant now = Steps.START;
    private final Claims claims = new Claims(store.database(), LEASE, () -> now);

    static Stream<Delivery> ends() {
        return Stream.of(new Taken(), new Refused("smtp-550"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oneOfManyGetsIt() throws Exception {
        assertThat(takenAtOnce()).isEqualTo(1);
    }

    @Test
    void oneOfManyTakesOverWhatLapsed() throws Exception {
        claims.take(ABOUT);
        now = now.plus(LEASE).plusMillis(1);
        assertThat(takenAtOnce()).isEqualTo(1);
    }

    @Test
    void nobodyTakesOverBeforeTheLeaseEnds() {
        claims.take(ABOUT);
        now = now.plus(LEASE);
        assertThat(claims.take(ABOUT)).isEqualTo(new Elsewhere());
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Mine mine = (Mine) claims.take(ABOUT);
        claims.release(mine);
        assertThat(claims.take(ABOUT)).isInstanceOf(Mine.class);
    }

    @Test
    void aFormerHolderCannotGiveBackWhatAnotherTookOver() {
        Mine former = (Mine) claims.take(ABOUT);
        now = now.plus(LEASE).plusMillis(1);
        claims.take(ABOUT);
        claims.release(former);
        assertThat(claims.take(ABOUT)).isEqualTo(new Elsewhere());
    }

    @ParameterizedTest
    @MethodSource("ends")
    void somebodyElseSpeaksForOneWhoWasKilledBeforeTellingTheLedger(Delivery delivery) {
        claims.take(ABOUT);
        now = now.plusSeconds(60);
        claims.settle(ABOUT, delivery);
        now = now.plus(LEASE);
        assertThat(claims.take(ABOUT)).isEqualTo(new Elsewhere());
        now = now.plusMillis(1);
        assertThat(claims.take(ABOUT)).isEqualTo(new Untold(delivery));
        assertThat(claims.take(ABOUT)).as("one is enough").isEqualTo(new Elsewhere());
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatTheLedgerCouldNotBeToldIsTriedAgainAtOnce(Delivery delivery) {
        claims.take(ABOUT);
        claims.settle(ABOUT, delivery);
        claims.untold(ABOUT);
        assertThat(claims.take(ABOUT)).isEqualTo(new Untold(delivery));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatTheLedgerKnowsIsDone(Delivery delivery) {
        claims.take(ABOUT);
        claims.settle(ABOUT, delivery);
        claims.told(ABOUT);
        now = now.plus(Duration.ofDays(1));
        assertThat(claims.take(ABOUT)).isEqualTo(new Done());
    }

    @Test
    void whatAPersonDeliversIsNobodyElses() {
        claims.take(ABOUT);
        claims.settle(ABOUT, new Handed());
        now = now.plus(Duration.ofDays(1));
        assertThat(claims.take(ABOUT)).isEqualTo(new Done());
    }

    private long takenAtOnce() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            Callable<Claim> take = () -> claims.take(ABOUT);
            long mine = 0;
            for (Future<Claim> claim :
                    many.invokeAll(IntStream.range(0, 40).mapToObj(i -> take).toList())) {
                mine += claim.get() instanceof Mine ? 1 : 0;
            }
            return mine;
        }
    }
}
