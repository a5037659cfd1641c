package id.pintu.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.handling.RulingPrecedentIndex.RulingPrecedent;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemExceptionHandler;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulingPrecedentsControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    private final ImmediateBroker broker = new ImmediateBroker();
    private final RulingPrecedentIndex precedents = new RulingPrecedentIndex(() -> RoutingServiceFixture.REGISTRY);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new RulingPrecedentsController(
                    precedents,
                    new CommandGateway<HandlingCommand>(
                            broker.commandSender("routing"),
                            new CommandCodec<>(HandlingCommand.class),
                            new SnapshotStore<>(STORE.database(), HandlingState.class),
                            InstantSource.fixed(NOW)),
                    InstantSource.fixed(NOW)))
            .setControllerAdvice(new ProblemExceptionHandler())
            .defaultRequest(MockMvcRequestBuilders.get("/").with(new CallerPostProcessor()))
            .build();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void listsPrecedentsPageByPage() throws Exception {
        for (int number = 1; number <= 5; number++) {
            precedents.add(precedent(number));
        }
        List<String> seen = new ArrayList<>();
        JsonNode page;
        String after = "";
        do {
            page = new JsonMapper()
                    .readTree(list(after, "2").andReturn().getResponse().getContentAsString());
            seen.addAll(page.path("precedents").findValuesAsString("matter"));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("rule/1", "rule/2", "rule/3", "rule/4", "rule/5");
        http.perform(get("/v1/desk/precedents").param("limit", "0"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("limit"));
        http.perform(get("/v1/desk/precedents").param("after", "rule/1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("after"));
    }

    @Test
    void aWithdrawalIsWrittenOnceAndShownWithItsReason() throws Exception {
        precedents.add(precedent(1));
        withdraw(1, "{\"why\": \"Hanya satu ruas\"}").andExpect(status().isNoContent());
        withdraw(1, "{\"why\": \"Lagi\"}").andExpect(status().isNoContent());

        assertThat(broker.keys()).containsExactly("withdrawn/" + id(1));
        list("", "50")
                .andExpect(jsonPath("$.precedents[0].withdrawn.why").value("Hanya satu ruas"))
                .andExpect(jsonPath("$.precedents[0].withdrawn.by").value("program/DESK national-desk"));
    }

    @Test
    void refusesUnknownRulingsMissingReasonsAndAnUnreachableBroker() throws Exception {
        withdraw(2, "{\"why\": \"Tidak ada\"}").andExpect(status().isNotFound());
        precedents.add(precedent(2));
        withdraw(2, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("why"));
        broker.goDown();
        withdraw(2, "{\"why\": \"Hanya satu ruas\"}").andExpect(status().isServiceUnavailable());
        assertThat(precedents.withdrawal(id(2))).as("withdrawal was not sent").isEmpty();
    }

    private ResultActions list(String after, String limit) throws Exception {
        return http.perform(get("/v1/desk/precedents").param("after", after).param("limit", limit))
                .andExpect(status().isOk());
    }

    private ResultActions withdraw(int number, String body) throws Exception {
        return http.perform(post("/v1/desk/precedents/" + id(number) + "/withdraw")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static RulingPrecedent precedent(int number) {
        return new RulingPrecedent(id(number), "rule/" + number, "D.33.74", "K.PU", "Jalan nasional", NOW);
    }

    private static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }
}
