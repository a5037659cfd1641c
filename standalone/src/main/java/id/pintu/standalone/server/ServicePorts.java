package id.pintu.standalone.server;

import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, on 127.0.0.1 only.
 *
 * @param offset added to every usual port, so that several houses can stand on one machine
 */
public record ServicePorts(int offset) {

    private static final int PORTAL = 8080;
    private static final int INTAKE = 8081;
    private static final int ROUTING = 8082;

    public int broker() {
        return 9092 + offset;
    }

    public int mongo() {
        return 27017 + offset;
    }

    /** Where a mail server is expected; the house has none of its own. */
    public int mail() {
        return 1025 + offset;
    }

    public String portal() {
        return url(PORTAL);
    }

    public String intake() {
        return url(INTAKE);
    }

    public String routing() {
        return url(ROUTING);
    }

    String url(ServiceDefinition service) {
        return url(service.port());
    }

    int portOf(ServiceDefinition service) {
        return service.port() + offset;
    }

    /**
     * @throws CommandLineException naming the first port that another program has taken
     */
    void requireFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("broker", broker());
        wanted.put("store", mongo());
        ServiceDefinition.ALL.forEach(service -> wanted.put(service.name(), portOf(service)));
        wanted.forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException e) {
                throw new CommandLineException("Port " + port + " (" + name + ") is already in use. "
                        + "End what uses it, or choose other ports with --port-offset 100.");
            }
        });
    }

    private String url(int usual) {
        return "http://127.0.0.1:" + (usual + offset);
    }
}
