package id.pintu.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ContactChannel;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.delivery.NoticeDispatcher;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.support.http.ProblemExceptionHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class DeliveryProblemControllerTest {

    private static final ComplaintEventFixture BUDI = ComplaintEventFixture.of("budi");
    private static final Instant NEXT = ComplaintEventFixture.START.plusSeconds(60);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final DeliveryProblemStore problems = new DeliveryProblemStore(mongo.database());
    private final NoticeDispatcher dispatcher = mock();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new DeliveryProblemController(problems, dispatcher))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @BeforeEach
    void putThree() {
        put(0, ContactChannel.EMAIL, DeliveryProblemState.STUCK, "ConnectException");
        put(1, ContactChannel.SMS, DeliveryProblemState.RETRYING, "circuit-open");
        put(2, ContactChannel.EMAIL, DeliveryProblemState.ABANDONED, "smtp-550");
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void listsWhatIsNotDeliveredInPagesOldestFirst() throws Exception {
        JsonNode first = list("/v1/outbox?limit=2");
        JsonNode second = list("/v1/outbox?limit=2&after=" + first.path("next").asString());

        assertThat(first.path("notices").findValuesAsString("cause"))
                .containsExactly("ConnectException", "circuit-open");
        assertThat(second.path("notices").findValuesAsString("cause")).containsExactly("smtp-550");
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(first.path("notices").get(0).path("attempts").asInt()).isEqualTo(3);
        assertThat(first.path("notices").get(0).path("nextAttempt").asString()).isEqualTo(NEXT.toString());
    }

    @ParameterizedTest
    @CsvSource({"state=stuck, 1", "channel=email, 2", "channel=email&state=abandoned, 1", "channel=sms&state=stuck, 0"})
    void listsByStateAndChannel(String query, int expected) throws Exception {
        assertThat(list("/v1/outbox?" + query).path("notices")).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "state=foo, state",
        "channel=pigeon, channel",
        "channel=none, channel",
        "after=%00, after",
        "limit=0, limit",
        "limit=501, limit"
    })
    void namesAnInvalidParameter(String query, String field) throws Exception {
        http.perform(get("/v1/outbox?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void triesAWaitingNoticeNow() throws Exception {
        http.perform(post("/v1/outbox/{id}/retry", about(0))).andExpect(status().isAccepted());

        verify(dispatcher).retryNow(BUDI.id(), ContactChannel.EMAIL);
    }

    @Test
    void doesNotRetryWhatWasRefusedForGoodOrIsUnknown() throws Exception {
        http.perform(post("/v1/outbox/{id}/retry", about(2))).andExpect(status().isConflict());
        http.perform(post("/v1/outbox/{id}/retry", about(9))).andExpect(status().isNotFound());

        verifyNoInteractions(dispatcher);
    }

    private JsonNode list(String uri) throws Exception {
        return WireJsonMapper.MAPPER.readTree(http.perform(get(uri))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private void put(int number, ContactChannel channel, DeliveryProblemState state, String cause) {
        problems.put(new DeliveryProblem(
                about(number),
                BUDI.id(),
                channel,
                state,
                ComplaintEventFixture.START.plusSeconds(number),
                cause,
                3,
                ComplaintEventFixture.START,
                state == DeliveryProblemState.ABANDONED ? Optional.empty() : Optional.of(NEXT),
                Optional.empty()));
    }

    private static UUID about(int number) {
        return new UUID(0, number);
    }
}
