package id.pintu.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import id.pintu.events.ComplaintId;
import id.pintu.events.ReportAttachment;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.attachments.AttachmentRelay;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.remote.RemoteServiceClient;
import id.pintu.support.remote.RemoteServiceProperties;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ComplaintAttachmentControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final AttachmentPasses PASSES =
            new AttachmentPasses(InstallationSecrets.of("a secret of thirty-two characters"));
    private static final byte[] PHOTO = {1, 2, 3};

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);
    private final ComplaintId id = routing.submitReport(
            1,
            SampleReports.pothole().withAttachments(List.of(new ReportAttachment("image/jpeg", PHOTO.length, "ab"))),
            RoutingServiceFixture.NOW);

    private HttpServer intake;
    private MockMvc http;

    @BeforeEach
    void open() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/v1/complaints/" + id + "/attachments/1", exchange -> {
            boolean allowed = PASSES.isValid(
                    exchange.getRequestHeaders().getFirst(AttachmentPasses.HEADER), id, 1, RoutingServiceFixture.NOW);
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox");
            exchange.getResponseHeaders().set("Server-Detail", "none of the client's business");
            exchange.sendResponseHeaders(allowed ? 200 : 403, PHOTO.length);
            exchange.getResponseBody().write(PHOTO);
            exchange.close();
        });
        intake.start();
        http = MockMvcBuilders.standaloneSetup(new ComplaintAttachmentController(
                        routing.executor,
                        routing.snapshots,
                        PASSES,
                        new AttachmentRelay(new RemoteServiceClient(
                                "intake",
                                new RemoteServiceProperties(
                                        URI.create("http://localhost:"
                                                + intake.getAddress().getPort()),
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(5)),
                                ObservationRegistry.NOOP)),
                        () -> RoutingServiceFixture.NOW))
                .setControllerAdvice(new ProblemExceptionHandler())
                .defaultRequest(MockMvcRequestBuilders.get("/").with(new CallerPostProcessor()))
                .build();
    }

    @AfterEach
    void stop() {
        intake.stop(0);
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void theResponsibleInstitutionGetsItWithTheHeadersThatMatter() throws Exception {
        ask("agencies/D.33.74")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("Content-Security-Policy", "sandbox"))
                .andExpect(header().doesNotExist("Server-Detail"))
                .andExpect(content().bytes(PHOTO));
        ask("desk").andExpect(status().isOk()).andExpect(content().bytes(PHOTO));
    }

    @Test
    void toAnyOtherInstitutionItDoesNotExist() throws Exception {
        ask("agencies/P.33").andExpect(status().isNotFound());
    }

    @Test
    void anOfficerOfAUnitGetsThoseOfTheUnitOnly() throws Exception {
        http.perform(get("/v1/agencies/D.33.74/complaints/" + id + "/attachments/1")
                        .with(CallerPostProcessor.as("u-1", "unit-officer@D.33.74/Dinas PU")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aNumberThatTheReportDoesNotHaveIsNotAskedFor() throws Exception {
        http.perform(get("/v1/agencies/D.33.74/complaints/" + id + "/attachments/2"))
                .andExpect(status().isNotFound());
        http.perform(get("/v1/agencies/D.33.74/complaints/" + id + "/attachments/x"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void withoutTheServiceThatHasItTheClientTriesLater() throws Exception {
        intake.stop(0);

        assertThat(ask("agencies/D.33.74")
                        .andExpect(status().isServiceUnavailable())
                        .andReturn()
                        .getResponse()
                        .getHeader("Retry-After"))
                .isNotNull();
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get("/v1/" + path + "/complaints/" + id + "/attachments/1"));
    }
}
