package id.pintu.routing;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What routing can be told from outside.
 *
 * @param notConnected codes of institutions without a team by decree: their reports fall back to the province, then to
 *     the national desk
 * @param learnEvery how often routing looks whether officers' decisions have taught it something
 */
@ConfigurationProperties("pintu.routing")
record RoutingProperties(
        @DefaultValue Set<String> notConnected,
        @DefaultValue("1h") Duration learnEvery) {}
