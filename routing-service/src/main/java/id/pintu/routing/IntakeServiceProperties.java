package id.pintu.routing;

import id.pintu.support.remote.RemoteServiceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the connection to other services, under {@code pintu}.
 *
 * @param intake intake-service, which stores the attachments of reports
 */
@ConfigurationProperties("pintu")
record IntakeServiceProperties(RemoteServiceProperties intake) {}
