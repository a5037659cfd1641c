package id.pintu.notification;

import id.pintu.support.remote.RemoteServiceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the connection to other services, under {@code pintu}.
 *
 * @param sla sla-service, for the working days of institutions
 */
@ConfigurationProperties("pintu")
record SlaServiceProperties(RemoteServiceProperties sla) {}
