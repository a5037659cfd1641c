package id.pintu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.processing.EmbeddedMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DeliveryMonitoringConfigurationTest {

    private static final ComplaintEventFixture SITI = ComplaintEventFixture.of("siti");

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final DeliveryProblemStore problems = new DeliveryProblemStore(mongo.database());
    private final DeliveryMonitoringConfiguration monitoring = new DeliveryMonitoringConfiguration();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        monitoring.undeliveredNotices(problems).bindTo(meters);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void theGaugeCountsByChannelAndState() {
        put(1, ContactChannel.EMAIL, DeliveryProblemState.STUCK);
        put(2, ContactChannel.EMAIL, DeliveryProblemState.STUCK);
        put(3, ContactChannel.EMAIL, DeliveryProblemState.RETRYING);
        put(4, ContactChannel.SMS, DeliveryProblemState.ABANDONED);

        assertThat(undelivered("email", "stuck")).isEqualTo(2);
        assertThat(undelivered("email", "retrying")).isEqualTo(1);
        assertThat(undelivered("email", "abandoned")).isZero();
        assertThat(undelivered("sms", "stuck")).isZero();
        assertThat(undelivered("sms", "abandoned")).isEqualTo(1);

        put(2, ContactChannel.EMAIL, DeliveryProblemState.ABANDONED);
        assertThat(undelivered("email", "stuck")).as("read again each time").isEqualTo(1);
    }

    @Test
    void healthIsUpAndNotDegradedWhileNothingIsStuck() {
        put(1, ContactChannel.EMAIL, DeliveryProblemState.RETRYING);
        put(2, ContactChannel.SMS, DeliveryProblemState.ABANDONED);

        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).isEqualTo(Map.of("degraded", false));
    }

    @Test
    void healthStaysUpAndTellsTheOldestStuckNoticeOfEachChannel() {
        put(2, ContactChannel.EMAIL, DeliveryProblemState.STUCK);
        put(1, ContactChannel.EMAIL, DeliveryProblemState.STUCK);
        put(3, ContactChannel.EMAIL, DeliveryProblemState.RETRYING);

        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("degraded", true);
        assertThat(health.getDetails().get("stuck"))
                .asInstanceOf(MAP)
                .isEqualTo(Map.of(
                        "email",
                        Map.of(
                                "notices",
                                2L,
                                "since",
                                ComplaintEventFixture.START.plusSeconds(1).toString(),
                                "cause",
                                "cause-1")));
    }

    private Health health() {
        return Objects.requireNonNull(
                monitoring.deliveriesHealthIndicator(problems).health());
    }

    private double undelivered(String channel, String state) {
        return meters.get("pintu.notification.undelivered")
                .tag("channel", channel)
                .tag("state", state)
                .gauge()
                .value();
    }

    private void put(int second, ContactChannel channel, DeliveryProblemState state) {
        problems.put(new DeliveryProblem(
                new UUID(0, second),
                SITI.id(),
                channel,
                state,
                ComplaintEventFixture.START.plusSeconds(second),
                "cause-" + second,
                3,
                ComplaintEventFixture.START.plusSeconds(second),
                Optional.empty(),
                Optional.empty()));
    }
}
