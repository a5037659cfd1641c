package id.pintu.notification;

import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.DeliveryProblemStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of what operators see of notices that are not delivered: metrics and health details. */
@Configuration(proxyBeanMethods = false)
class DeliveryMonitoringConfiguration {

    private static final Set<ContactChannel> CHANNELS = Set.of(ContactChannel.EMAIL, ContactChannel.SMS);

    /** Gauge {@code pintu.notification.undelivered} by channel and state. */
    @Bean
    MeterBinder undeliveredNotices(DeliveryProblemStore problems) {
        return registry -> CHANNELS.forEach(channel -> {
            for (DeliveryProblemState state : DeliveryProblemState.values()) {
                Gauge.builder("pintu.notification.undelivered", () -> problems.count(channel, state))
                        .description("Notices that failed and were not delivered since")
                        .tag("channel", lowerCase(channel))
                        .tag("state", lowerCase(state))
                        .register(registry);
            }
        });
    }

    /** Up in any case: a provider that is down delays notices; it is no reason to restart this service. */
    @Bean
    HealthIndicator deliveriesHealthIndicator(DeliveryProblemStore problems) {
        return () -> {
            Map<String, Object> channels = new LinkedHashMap<>();
            for (ContactChannel channel : CHANNELS) {
                problems.list(Optional.of(DeliveryProblemState.STUCK), Optional.of(channel), "", 1).stream()
                        .findFirst()
                        .ifPresent(oldest -> channels.put(lowerCase(channel), details(problems, oldest)));
            }
            Health.Builder health = Health.up().withDetail("degraded", !channels.isEmpty());
            return (channels.isEmpty() ? health : health.withDetail("stuck", channels)).build();
        };
    }

    private static Map<String, Object> details(DeliveryProblemStore problems, DeliveryProblem oldest) {
        return Map.of(
                "notices",
                problems.count(oldest.channel(), DeliveryProblemState.STUCK),
                "since",
                oldest.firstFailure().toString(),
                "cause",
                oldest.cause());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
