package id.pintu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.notification.delivery.DeliveryRetryPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotificationPropertiesTest {

    @Test
    void retrySettingsHaveDefaults() {
        assertThat(bind(Map.of()).retry())
                .isEqualTo(new DeliveryRetryPolicy(
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10)));
    }

    @Test
    void undeliveredNoticesAreKeptForNinetyDaysUnlessAnotherTimeIsSet() {
        assertThat(bind(Map.of()).retention()).isEqualTo(Duration.ofDays(90));
        assertThat(bind(Map.of("pintu.notification.retention", "30d")).retention())
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void bindsRetrySettings() {
        assertThat(bind(Map.of(
                                "pintu.notification.retry.connections", "2",
                                "pintu.notification.retry.first-retry", "3s",
                                "pintu.notification.retry.last-retry", "4m",
                                "pintu.notification.retry.stuck-after", "6m",
                                "pintu.notification.retry.pause", "5s"))
                        .retry())
                .isEqualTo(new DeliveryRetryPolicy(
                        2, Duration.ofSeconds(3), Duration.ofMinutes(4), Duration.ofMinutes(6), Duration.ofSeconds(5)));
    }

    private static NotificationProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("pintu.notification", Bindable.of(NotificationProperties.class));
    }
}
