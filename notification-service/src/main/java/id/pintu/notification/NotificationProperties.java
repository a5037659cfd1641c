package id.pintu.notification;

import id.pintu.notification.delivery.DeliveryRetryPolicy;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code pintu.notification}; the SMTP server is Spring's {@code spring.mail.*}.
 *
 * @param from sender of every mail
 * @param portal where reporters follow their reports
 * @param lease how long a courier may take for one delivery before another may take it over
 * @param sweep how often everything known is searched for notices left lying
 * @param patience limits and intervals of each channel
 */
@ConfigurationProperties("pintu.notification")
record NotificationProperties(
        @DefaultValue("SP4N-LAPOR! <noreply@pintu.localhost>")
        String from,

        @DefaultValue("http://localhost:8080") URI portal,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1h") Duration sweep,
        @DefaultValue DeliveryRetryProperties patience) {

    /** See {@link DeliveryRetryPolicy}. */
    record DeliveryRetryProperties(
            @DefaultValue("8") int connections,
            @DefaultValue("1s") Duration firstRetry,
            @DefaultValue("1m") Duration lastRetry,
            @DefaultValue("10s") Duration pause) {

        DeliveryRetryPolicy retryPolicy() {
            return new DeliveryRetryPolicy(connections, firstRetry, lastRetry, pause);
        }
    }
}
