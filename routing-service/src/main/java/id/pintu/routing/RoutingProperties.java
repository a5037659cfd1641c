package id.pintu.routing;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What routing can be told from outside.
 *
 * @param notConnected codes of institutions without a team by decree when the registry is first made; afterwards the
 *     registry itself says who is connected
 * @param inactiveAfter how long after the first clock it let run out an institution is still taken for active, if it
 *     does nothing at all
 * @param learnEvery how often routing looks whether officers' decisions have taught it something
 */
@ConfigurationProperties("pintu.routing")
record RoutingProperties(
        @DefaultValue Set<String> notConnected,
        @DefaultValue("30d") Duration inactiveAfter,
        @DefaultValue("1h") Duration learnEvery) {}
