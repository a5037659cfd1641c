package id.pintu.routing;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What routing can be told from outside.
 *
 * @param notConnected codes of institutions without a team by decree: their reports fall back to the province, then to
 *     the national desk
 */
@ConfigurationProperties("pintu.routing")
record RoutingProperties(@DefaultValue Set<String> notConnected) {}
