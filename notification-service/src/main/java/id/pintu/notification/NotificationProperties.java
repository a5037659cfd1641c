package id.pintu.notification;

import id.pintu.notification.delivery.DeliveryRetryPolicy;
import id.pintu.notification.institutions.delivery.InstitutionMailProperties;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties {@code pintu.notification.*}; the SMTP server is configured by Spring's {@code spring.mail.*}.
 *
 * @param from sender address of every e-mail
 * @param portal base URL of the tracking pages, for the links in messages
 * @param lease how long a worker may take for one delivery before another worker may take it over
 * @param sweep interval of the scan for pending notices, and for old ones to be removed
 * @param retention how long an abandoned notice, and a message that nobody sent by hand, are kept after their event
 * @param retry limits and intervals of each channel
 * @param institutions mails to institutions
 */
@ConfigurationProperties("pintu.notification")
record NotificationProperties(
        @DefaultValue("SP4N-LAPOR! <noreply@pintu.localhost>")
        String from,

        @DefaultValue("http://localhost:8080") URI portal,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1h") Duration sweep,
        @DefaultValue("90d") Duration retention,
        @DefaultValue DeliveryRetryPolicy retry,
        @DefaultValue InstitutionMailProperties institutions) {}
