package id.pintu.standalone.server;

import id.pintu.account.AccountApplication;
import id.pintu.intake.IntakeApplication;
import id.pintu.notification.NotificationApplication;
import id.pintu.portal.PortalApplication;
import id.pintu.routing.RoutingApplication;
import id.pintu.sla.SlaApplication;
import java.util.Locale;

/** Services of the all-in-one server, each a Spring Boot application with its default port, in the order of listing. */
enum ServiceDefinition {
    PORTAL(PortalApplication.class, 8080),
    INTAKE(IntakeApplication.class, 8081),
    ROUTING(RoutingApplication.class, 8082),
    SLA(SlaApplication.class, 8083),
    NOTIFICATION(NotificationApplication.class, 8084),
    ACCOUNT(AccountApplication.class, 8085);

    private final Class<?> application;
    private final int defaultPort;

    ServiceDefinition(Class<?> application, int defaultPort) {
        this.application = application;
        this.defaultPort = defaultPort;
    }

    /** Name as in {@code pintu.service}; module and configuration file are named {@code <name>-service}. */
    String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Spring Boot application class. */
    Class<?> application() {
        return application;
    }

    int defaultPort() {
        return defaultPort;
    }
}
