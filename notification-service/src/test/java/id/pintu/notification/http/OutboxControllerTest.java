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
import id.pintu.events.WireJson;
import id.pintu.house.http.Problems;
import id.pintu.notification.Steps;
import id.pintu.notification.Store;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.courier.Receipts;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

class OutboxControllerTest {

    private static final Steps BUDI = Steps.of("budi");

    private final Store store = new Store();
    private final List<NotificationEvent> said = new ArrayList<>();
    private final Outbox outbox = new Outbox(store.database());
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new OutboxController(
                    outbox,
                    new HandDelivery(
                            outbox,
                            new Receipts(
                                    new Claims(store.database(), Duration.ofMinutes(2), InstantSource.system()),
                                    said::add,
                                    InstantSource.fixed(Steps.START)))))
            .setControllerAdvice(new Problems())
            .build();

    @BeforeEach
    void threeWait() {
        for (int i = 2; i >= 0; i--) {
            outbox.put(new Outbox.Message(
                    about(i), BUDI.id(), ContactChannel.SMS, "+62811", "Laporan …", Steps.START.plusSeconds(i / 2)));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesThroughWhatWaitsTheOldestFirst() throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = WireJson.MAPPER.readTree(http.perform(get("/v1/desk/outbox")
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
    void showsWhatAPersonNeedsToDeliverIt() throws Exception {
        http.perform(get("/v1/desk/outbox"))
                .andExpect(jsonPath("$.notices.length()").value(3))
                .andExpect(jsonPath("$.notices[2].complaintId").value(BUDI.id().value()))
                .andExpect(jsonPath("$.notices[2].channel").value("sms"))
                .andExpect(jsonPath("$.notices[2].to").value("+62811"))
                .andExpect(jsonPath("$.notices[2].text").value("Laporan …"))
                .andExpect(jsonPath("$.notices[2].since").value("2026-11-23T02:00:01Z"));
    }

    @Test
    void tickingOffTellsTheLedger() throws Exception {
        http.perform(post("/v1/desk/outbox/{id}/delivered", about(0))).andExpect(status().isNoContent());
        http.perform(failed("{\"reason\": \"number-not-in-use\"}")).andExpect(status().isNoContent());
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isInstanceOf(ReporterNotified.class);
        assertThat(said.getLast())
                .isInstanceOfSatisfying(
                        NotificationAbandoned.class,
                        abandoned -> assertThat(abandoned.reason()).isEqualTo("number-not-in-use"));
        assertThat(outbox.of(BUDI.id())).hasSize(1);
    }

    @Test
    void whatDoesNotWaitCannotBeTickedOff() throws Exception {
        http.perform(post("/v1/desk/outbox/{id}/delivered", about(9)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-waiting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"Pak Budi, 0811-22\"}", "{\"reason\": \"\"}", "{\"reason\": 7}", ""})
    void aReasonIsNoPlaceForNamesAndNumbers(String body) throws Exception {
        http.perform(failed(body)).andExpect(status().isBadRequest());
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=many", "?channel=pigeon"})
    void namesWhatIsWrongWithAListing(String query) throws Exception {
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
