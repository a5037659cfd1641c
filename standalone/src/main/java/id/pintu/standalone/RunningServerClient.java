package id.pintu.standalone;

import id.pintu.standalone.server.OperatorAuthorization;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** picocli mixin and HTTP client of commands that call a running server ({@code ./pintu up}) as its operator. */
public final class RunningServerClient {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the running server (default: ./data).")
    private Path data = Path.of("data");

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    /** Starts a request to routing-service with the operator's token. */
    public HttpRequest.Builder routingRequest(String path) {
        return request(portOffset.ports().routing() + path);
    }

    /** Starts a request to intake-service with the operator's token. */
    HttpRequest.Builder intakeRequest(String path) {
        return request(portOffset.ports().intake() + path);
    }

    /** Address of the broker, as in Kafka's property {@code bootstrap.servers}. */
    String bootstrapServers() {
        return portOffset.ports().bootstrapServers();
    }

    /** Starts a request to a service, such as {@code notification}, with the operator's token. */
    HttpRequest.Builder serviceRequest(String service, String path) {
        return request(portOffset.ports().url(service) + path);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", OperatorAuthorization.headerValue(data));
    }

    /**
     * Sends a request.
     *
     * @throws CommandLineException when the server is not running or the connection fails
     */
    public <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> bodyHandler)
            throws InterruptedException {
        try {
            return http.send(request, bodyHandler);
        } catch (ConnectException e) {
            throw new CommandLineException("Pintu is not running: start it with ./pintu up");
        } catch (IOException e) {
            throw new CommandLineException("Pintu did not answer: " + e);
        }
    }
}
