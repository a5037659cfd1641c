package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.pintu.support.remote.RemoteServiceClient;
import id.pintu.support.remote.RemoteServiceProperties;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Test that a request to another service is observed within the request that is being handled, and that what the tracing
 * handlers put into its headers, such as the traceparent, is sent.
 */
class TraceContinuationTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aRequestToAnotherServiceCarriesOnTheTrace() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            received.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        try {
            ObservationRegistry observations = ObservationRegistry.create();
            observations.observationConfig().observationHandler(new ParentTracePropagationHandler());
            RemoteServiceClient client = new RemoteServiceClient(
                    "other",
                    new RemoteServiceProperties(
                            URI.create("http://localhost:" + other.getAddress().getPort()),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(5)),
                    observations);
            Observation.Context handled = new Observation.Context();
            handled.put("traceparent", TRACEPARENT);

            Observation.createNotStarted("http.server.requests", () -> handled, observations)
                    .observe(
                            () -> client.exchange(http -> http.get().uri("/"), (status, response) -> "done", "failed"));

            assertThat(received).containsExactly(TRACEPARENT);
        } finally {
            other.stop(0);
        }
    }

    /** Sends the traceparent of the parent observation, as the tracing handlers do. */
    private static final class ParentTracePropagationHandler implements ObservationHandler<SenderContext<Object>> {

        @Override
        public void onStart(SenderContext<Object> context) {
            String traceparent = Objects.requireNonNull(context.getParentObservation())
                    .getContextView()
                    .getRequired("traceparent");
            context.getSetter().set(Objects.requireNonNull(context.getCarrier()), "traceparent", traceparent);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof SenderContext;
        }
    }
}
