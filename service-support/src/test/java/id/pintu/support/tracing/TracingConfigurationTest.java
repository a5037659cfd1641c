package id.pintu.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.http.TraceparentHeader;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Spans of real HTTP requests, as an exporter gets them, in a service that also has metrics. */
class TracingConfigurationTest {

    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final String CALLER = "00-" + CALLERS_TRACE + "-" + CALLERS_SPAN;

    /** What a span must not hold: a tracking number, a contact, a name. */
    private static final String[] PERSONAL = {"K7QX-9D2M-4RTB-Z", "0812", "siti"};

    private static final ConfigurableApplicationContext SERVICE = startService();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void continuesTheTraceOfTheCallerInAServerSpan() throws Exception {
        String traceparent = get("/v1/complaints/K7QX-9D2M-4RTB-Z", Optional.of(CALLER + "-01"));
        FinishedSpan span = nextSpan(SERVICE);

        assertThat(span.getTraceId()).isEqualTo(CALLERS_TRACE);
        assertThat(span.getParentId()).isEqualTo(CALLERS_SPAN);
        assertThat(traceparent).isEqualTo("00-" + CALLERS_TRACE + "-" + span.getSpanId() + "-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-abc-def-01", "siti"})
    void startsATraceWhenTheCallerSendsNoValidOne(String header) throws Exception {
        String traceparent =
                get("/v1/complaints/K7QX-9D2M-4RTB-Z", Optional.of(header).filter(each -> !each.isEmpty()));
        FinishedSpan span = nextSpan(SERVICE);

        // Flags: sampled, and random trace id.
        assertThat(traceparent).isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-03");
        assertThat(span.getParentId())
                .satisfiesAnyOf(
                        parent -> assertThat(parent).isNull(),
                        parent -> assertThat(parent).matches("0*"));
    }

    @Test
    void exportsNoSpanWhenTheCallerDoesNotSample() throws Exception {
        String traceparent = get("/v1/complaints/K7QX-9D2M-4RTB-Z", Optional.of(CALLER + "-00"));

        assertThat(traceparent).startsWith("00-" + CALLERS_TRACE).endsWith("-00");
        assertThat(spans(SERVICE).poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void hasTheRouteTemplateAndNeitherPathNorQuery() throws Exception {
        get("/v1/complaints/K7QX-9D2M-4RTB-Z?nama=siti&hp=0812", Optional.empty());
        FinishedSpan span = nextSpan(SERVICE);

        assertThat(span.getName()).isEqualTo("http get /v1/complaints/{id}");
        assertThat(span.getTags())
                .containsEntry("uri", "/v1/complaints/{id}")
                .containsEntry("method", "GET")
                .containsEntry("status", "200")
                .containsOnlyKeys("uri", "method", "status", "outcome", "exception");
        assertThat(span.toString()).doesNotContain(PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/failing/K7QX-9D2M-4RTB-Z?nama=siti", "/tidak-ada/siti?hp=0812"})
    void aFailedRequestLeavesNothingOfItsContentInTheSpan(String path) throws Exception {
        get(path, Optional.empty());
        FinishedSpan span = nextSpan(SERVICE);

        assertThat(span.getTags()).containsOnlyKeys("uri", "method", "status", "outcome", "exception");
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getError()).isNull();
        assertThat(span.toString()).doesNotContain(PERSONAL);
    }

    @Test
    void makesOneSpanForARequestWhateverElseIsObserved() throws Exception {
        String traceparent = get("/v1/observing", Optional.empty());
        FinishedSpan span = nextSpan(SERVICE);

        assertThat(span.getName()).isEqualTo("http get /v1/observing");
        assertThat(traceparent).contains(span.getSpanId());
        assertThat(spans(SERVICE).poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void severalServicesInOneJvmHaveTheirOwnTracersAndNoGlobalOne() throws Exception {
        try (ConfigurableApplicationContext other = startService()) {
            get(other, "/v1/observing", Optional.empty());
            get("/v1/complaints/1", Optional.empty());

            assertThat(nextSpan(other).getName()).isEqualTo("http get /v1/observing");
            assertThat(nextSpan(SERVICE).getName()).isEqualTo("http get /v1/complaints/{id}");
        }
        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
    }

    private static String get(String path, Optional<String> traceparent) throws Exception {
        return get(SERVICE, path, traceparent);
    }

    private static String get(ConfigurableApplicationContext service, String path, Optional<String> traceparent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path));
        traceparent.ifPresent(value -> request.header("traceparent", value));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static FinishedSpan nextSpan(ConfigurableApplicationContext service) throws InterruptedException {
        return Optional.ofNullable(spans(service).poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private static BlockingQueue<FinishedSpan> spans(ConfigurableApplicationContext service) {
        return service.getBean(RecordingSpanReporter.class).spans();
    }

    private static ConfigurableApplicationContext startService() {
        return new SpringApplicationBuilder(TracedService.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--server.port=0",
                        "--spring.config.name=service-defaults",
                        "--management.tracing.sampling.probability=1",
                        "--management.opentelemetry.tracing.export.schedule-delay=10ms");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        CompositeMeterRegistryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class,
        ObservationAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        WebMvcObservationAutoConfiguration.class
    })
    @Import({TracedController.class, TracingConfiguration.class, ProblemExceptionHandler.class})
    static class TracedService {

        @Bean
        RecordingSpanReporter spanReporter() {
            return new RecordingSpanReporter(new LinkedBlockingQueue<>());
        }
    }

    record RecordingSpanReporter(BlockingQueue<FinishedSpan> spans) implements SpanReporter {

        @Override
        public void report(FinishedSpan span) {
            spans.add(span);
        }

        @Override
        public void close() {}
    }

    @RestController
    static class TracedController {

        private final ObservationRegistry observations;

        TracedController(ObservationRegistry observations) {
            this.observations = observations;
        }

        @GetMapping("/v1/complaints/{id}")
        String traceparent(@PathVariable String id) {
            return TraceparentHeader.current().orElse("no span for " + id);
        }

        @GetMapping("/v1/failing/{id}")
        void fail(@PathVariable String id) throws IOException {
            throw new IOException("siti, 0812: " + id);
        }

        @GetMapping("/v1/observing")
        String observeInside() {
            return Observation.createNotStarted("inside", observations)
                    .observe(() -> TraceparentHeader.current().orElse("no span"));
        }
    }
}
