package id.pintu.portal;

import id.pintu.support.remote.RemoteServiceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of portal-service, under {@code pintu}.
 *
 * @param intake intake-service, which takes reports and what their reporters do later
 * @param routing routing-service, for what officers see and decide
 * @param sla sla-service, for working days and how deadlines were counted
 * @param account account-service, for the names of officers
 */
@ConfigurationProperties("pintu")
public record PortalProperties(
        RemoteServiceProperties intake,
        RemoteServiceProperties routing,
        RemoteServiceProperties sla,
        RemoteServiceProperties account) {}
