package id.pintu.routing;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of routing-service.
 *
 * @param notConnected codes of institutions that are not connected when the registry is first created; afterwards the
 *     registry decides
 * @param inactiveAfter how long after its first missed deadline an institution that does nothing still counts as active
 * @param refreshEvery interval at which changes of registry, rules and model are looked for, to build a new router beside
 *     the current one
 * @param learnEvery interval at which new decisions of officers are checked for, to retrain the model
 */
@ConfigurationProperties("pintu.routing")
record RoutingProperties(
        @DefaultValue Set<String> notConnected,
        @DefaultValue("30d") Duration inactiveAfter,
        @DefaultValue("250ms") Duration refreshEvery,
        @DefaultValue("1h") Duration learnEvery) {}
