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

/** The house that {@code ./pintu up} has opened: the options of every command that asks it something as its operator. */
public final class RunningServerClient {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The directory ./pintu up was started with (default: ./data).")
    private Path data = Path.of("data");

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    /** A request to routing, which the operator may make. */
    public HttpRequest.Builder routingRequest(String path) {
        return HttpRequest.newBuilder(URI.create(portOffset.ports().routing() + path))
                .header("Authorization", OperatorAuthorization.headerValue(data));
    }

    /**
     * @throws CommandLineException when the house is not open, or gives no answer
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
