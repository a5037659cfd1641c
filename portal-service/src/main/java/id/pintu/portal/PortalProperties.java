package id.pintu.portal;

import id.pintu.portal.remote.RemoteServiceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of portal-service, under {@code pintu}.
 *
 * @param intake intake-service, which takes reports and what their reporters do later
 * @param routing routing-service, for the page of the national desk
 * @param account account-service, for the names of officers
 */
@ConfigurationProperties("pintu")
public record PortalProperties(
        RemoteServiceProperties intake, RemoteServiceProperties routing, RemoteServiceProperties account) {}
