package id.pintu.standalone.server;

import id.pintu.intake.IntakeApplication;
import id.pintu.notification.NotificationApplication;
import id.pintu.portal.PortalApplication;
import id.pintu.routing.RoutingApplication;
import id.pintu.sla.SlaApplication;
import java.util.List;

/**
 * One service of the house.
 *
 * @param name as in {@code pintu.service}; its module and configuration file are named {@code <name>-service}
 * @param application the class that starts it
 * @param port where it listens when nothing else is asked for
 */
record ServiceDefinition(String name, Class<?> application, int port) {

    /** The portal first: it is where people come in. */
    static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition("portal", PortalApplication.class, 8080),
            new ServiceDefinition("intake", IntakeApplication.class, 8081),
            new ServiceDefinition("routing", RoutingApplication.class, 8082),
            new ServiceDefinition("sla", SlaApplication.class, 8083),
            new ServiceDefinition("notification", NotificationApplication.class, 8084));
}
