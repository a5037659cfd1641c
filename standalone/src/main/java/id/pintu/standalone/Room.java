package id.pintu.standalone;

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
record Room(String name, Class<?> application, int port) {

    /** The portal first: it is where people come in. */
    static final List<Room> ALL = List.of(
            new Room("portal", PortalApplication.class, 8080),
            new Room("intake", IntakeApplication.class, 8081),
            new Room("routing", RoutingApplication.class, 8082),
            new Room("sla", SlaApplication.class, 8083),
            new Room("notification", NotificationApplication.class, 8084));
}
