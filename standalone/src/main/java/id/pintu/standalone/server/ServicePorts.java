package id.pintu.standalone.server;

import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Immutable port assignment of one all-in-one server; everything listens on 127.0.0.1 only.
 *
 * @param offset added to every default port, so that several servers can run on one machine
 */
public record ServicePorts(int offset) {

    public int broker() {
        return 9092 + offset;
    }

    public int mongo() {
        return 27017 + offset;
    }

    /** Port of the SMTP server that notification-service sends to; the all-in-one server has none of its own. */
    public int mail() {
        return 1025 + offset;
    }

    /** Address of the broker, as in Kafka's property {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + broker();
    }

    /** Base URL of portal-service. */
    public String portal() {
        return url(ServiceDefinition.PORTAL);
    }

    /** Base URL of intake-service. */
    public String intake() {
        return url(ServiceDefinition.INTAKE);
    }

    /** Base URL of routing-service. */
    public String routing() {
        return url(ServiceDefinition.ROUTING);
    }

    /** Address of the account pages in a browser, and issuer of tokens; a passkey belongs to a name, not to an address. */
    public String accounts() {
        return "http://localhost:" + portOf(ServiceDefinition.ACCOUNT);
    }

    /** Base URL of a service, such as {@code notification}. */
    public String url(String serviceName) {
        return url(ServiceDefinition.valueOf(serviceName.toUpperCase(Locale.ROOT)));
    }

    String url(ServiceDefinition service) {
        return "http://127.0.0.1:" + portOf(service);
    }

    int portOf(ServiceDefinition service) {
        return service.defaultPort() + offset;
    }

    /**
     * Checks that every port can be bound.
     *
     * @throws CommandLineException naming the first port that is in use
     */
    void requireFree() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("broker", broker());
        ports.put("store", mongo());
        for (ServiceDefinition service : ServiceDefinition.values()) {
            ports.put(service.serviceName(), portOf(service));
        }
        ports.forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException e) {
                throw new CommandLineException("Port " + port + " (" + name + ") is already in use. "
                        + "Stop the program that uses it, or choose other ports with --port-offset 100.");
            }
        });
    }
}
