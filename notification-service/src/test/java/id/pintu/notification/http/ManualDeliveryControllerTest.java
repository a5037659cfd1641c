package id.pintu.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ContactChannel;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.support.http.ProblemExceptionHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class ManualDeliveryControllerTest {

    private static final ComplaintEventFixture BUDI = ComplaintEventFixture.of("budi");

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final List<NotificationEvent> published = new ArrayList<>();
    private final ManualDeliveryOutbox outbox = new ManualDeliveryOutbox(mongo.database());
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ManualDeliveryController(
                    outbox,
                    new ManualDeliveryService(
                            outbox,
                            new DeliveryRecorder(
                                    new DeliveryLeaseStore(
                                            mongo.database(), Duration.ofMinutes(2), InstantSource.system()),
                                    published::add,
                                    InstantSource.fixed(ComplaintEventFixture.START)),
                            (message, reason) -> false)))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @BeforeEach
    void putThreeMessages() {
        for (int i = 2; i >= 0; i--) {
            outbox.put(new ManualDeliveryOutbox.ManualDeliveryMessage(
                    about(i),
                    BUDI.id(),
                    ContactChannel.SMS,
                    Optional.empty(),
                    "+62811",
                    "Laporan …",
                    ComplaintEventFixture.START.plusSeconds(i / 2)));
        }
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void listsMessagesInPagesOldestFirst() throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = WireJsonMapper.MAPPER.readTree(http.perform(get("/v1/desk/outbox")
                            .queryParam("channel", "sms")
                            .queryParam("limit", "1")
                            .queryParam("after", after))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.notices.length()").value(1))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
            seen.add(body.at("/notices/0/id").stringValue());
            after = body.at("/next").stringValue();
        }
        assertThat(seen).containsExactlyInAnyOrder(about(0).toString(), about(1).toString(), about(2).toString());
        assertThat(seen.getLast()).isEqualTo(about(2).toString());
        http.perform(get("/v1/desk/outbox").queryParam("after", after))
                .andExpect(jsonPath("$.notices").isEmpty())
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void showsAddressAndTextOfAMessage() throws Exception {
        http.perform(get("/v1/desk/outbox"))
                .andExpect(jsonPath("$.notices.length()").value(3))
                .andExpect(jsonPath("$.notices[2].complaintId").value(BUDI.id().value()))
                .andExpect(jsonPath("$.notices[2].channel").value("sms"))
                .andExpect(jsonPath("$.notices[2].to").value("+62811"))
                .andExpect(jsonPath("$.notices[2].text").value("Laporan …"))
                .andExpect(jsonPath("$.notices[2].since").value("2026-11-23T02:00:01Z"));
    }

    @Test
    void recordingAResultPublishesAnEvent() throws Exception {
        http.perform(post("/v1/desk/outbox/{id}/delivered", about(0))).andExpect(status().isNoContent());
        http.perform(failed("{\"reason\": \"number-not-in-use\"}")).andExpect(status().isNoContent());
        assertThat(published).hasSize(2);
        assertThat(published.getFirst()).isInstanceOf(ReporterNotified.class);
        assertThat(published.getLast())
                .isInstanceOfSatisfying(
                        NotificationAbandoned.class,
                        abandoned -> assertThat(abandoned.reason()).isEqualTo("number-not-in-use"));
        assertThat(outbox.findByComplaint(BUDI.id())).hasSize(1);
    }

    @Test
    void returns404ForAMessageThatIsNotInTheOutbox() throws Exception {
        http.perform(post("/v1/desk/outbox/{id}/delivered", about(9)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-waiting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"Pak Budi, 0811-22\"}", "{\"reason\": \"\"}", "{\"reason\": 7}", ""})
    void refusesAFailureReasonThatIsNotKebabCase(String body) throws Exception {
        http.perform(failed(body)).andExpect(status().isBadRequest());
        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=many", "?channel=fax"})
    void refusesInvalidQueryParameters(String query) throws Exception {
        http.perform(get("/v1/desk/outbox" + query)).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder failed(String body) {
        return post("/v1/desk/outbox/{id}/failed", about(1))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static UUID about(int i) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) i});
    }
}
