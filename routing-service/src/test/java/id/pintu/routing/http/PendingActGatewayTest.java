package id.pintu.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import id.pintu.routing.pending.PendingActIndex;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class PendingActGatewayTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);
    private final ComplaintId id = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
    private final String address = "/v1/agencies/D.33.74/complaints/" + id;

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assign-unit | {\"unit\": \"Dinas PU\"}      | unit-assigned",
                "ask         | {\"question\": \"Di mana?\"}  | clarification-asked",
                "follow-up   | {\"text\": \"Dikerjakan\"}    | follow-up-posted",
                "resolve     | {\"answer\": \"Selesai\"}     | complaint-resolved",
                "return      | {\"reason\": \"Bukan kami\"}  | complaint-returned",
            })
    void anActWaitsAndIsExecutedOnceWhenItsTimeHasCome(String act, String body, String event) throws Exception {
        int before = routing.broker.events().size();
        act(act, body, "key-1")
                .andExpect(status().isAccepted())
                .andExpect(header().string("Preference-Applied", "undo-window=10"))
                .andExpect(jsonPath("$.executesAt").value("2026-03-02T03:04:15Z"));
        pass(Duration.ofSeconds(9));
        assertThat(routing.broker.events()).hasSize(before);

        pass(Duration.ofSeconds(2));
        assertThat(routing.broker.events().stream().skip(before)).first().satisfies(executed -> {
            assertThat(EventJsonCodec.wireName(executed)).isEqualTo(event);
            assertThat(executed.by()).contains(new EventActor("program/D.33.74", "integrator@D.33.74"));
        });
        int after = routing.broker.events().size();
        pass(Duration.ofSeconds(60));
        assertThat(routing.broker.events()).hasSize(after);
        act(act, body, "key-1").andExpect(status().isNoContent());
        assertThat(routing.broker.events()).hasSize(after);
    }

    @Test
    void isUndoneWithinItsTimeAndNotAfterIt() throws Exception {
        String pending = location(act("assign-unit", "{\"unit\": \"Dinas PU\"}", "key-1"));
        show().andExpect(jsonPath("$.pending.length()").value(1))
                .andExpect(jsonPath("$.pending[0].name").value("assign-unit"))
                .andExpect(jsonPath("$.pending[0].account").value("program/D.33.74"))
                .andExpect(jsonPath("$.pending[0].executesAt").value("2026-03-02T03:04:15Z"));

        undo(pending).andExpect(status().isNoContent());
        show().andExpect(jsonPath("$.pending").isEmpty());
        pass(Duration.ofMinutes(1));
        assertThat(routing.broker.events()).noneMatch(UnitAssigned.class::isInstance);
        undo(pending).andExpect(status().isNotFound());

        String late = location(act("assign-unit", "{\"unit\": \"Dinas PU\"}", "key-2"));
        routing.now = routing.now.plusSeconds(10);
        undo(late)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:already-executed"));
        pass(Duration.ofSeconds(1));
        assertThat(routing.broker.events())
                .filteredOn(UnitAssigned.class::isInstance)
                .hasSize(1);
        undo(late).andExpect(status().isConflict());
    }

    @Test
    void isRefusedAtOnceWhereItWouldBeRefusedNow() throws Exception {
        act("resolve", "{}", "key-1").andExpect(status().isBadRequest());
        act("resolve", "{\"answer\": \"Bukan wewenang kami\"}", "key-2").andExpect(status().isConflict());
        routing.mockMvc
                .perform(post("/v1/agencies/P.33/complaints/" + id + "/ask")
                        .header("Prefer", "undo-window=10")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\": \"Di mana?\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-responsible"));
        routing.mockMvc
                .perform(post(address + "/ask")
                        .header("Prefer", "undo-window=10")
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\": \"Di mana?\"}"))
                .andExpect(status().isPreconditionFailed());
        assertThat(routing.broker.topics()).doesNotContain(PendingActIndex.TOPIC);
    }

    @Test
    void aRepeatedRequestIsTheSameActAndASecondOneOfTheNameIsRefused() throws Exception {
        String first = location(act("assign-unit", "{\"unit\": \"Dinas PU\"}", "key-1"));
        assertThat(location(act("assign-unit", "{\"unit\": \"Dinas PU\"}", "key-1")))
                .isEqualTo(first);

        act("assign-unit", "{\"unit\": \"Dinas Perhubungan\"}", "key-2")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:already-pending"));
        act("follow-up", "{\"text\": \"Dikerjakan\"}", "key-3").andExpect(status().isAccepted());
    }

    @Test
    void whatIsNotStoredWasNotAcceptedAndWhatCannotBeSentWaits() throws Exception {
        routing.broker.goDown();
        act("ask", "{\"question\": \"Di mana?\"}", "key-1").andExpect(status().isServiceUnavailable());
        routing.broker.recover();
        show().andExpect(jsonPath("$.pending").isEmpty());

        String pending = location(act("ask", "{\"question\": \"Di mana?\"}", "key-1"));
        routing.broker.goDown();
        undo(pending).andExpect(status().isServiceUnavailable());
        show().andExpect(jsonPath("$.pending.length()").value(1));
        pass(Duration.ofSeconds(20));
        show().andExpect(jsonPath("$.pending.length()").value(1));
        routing.broker.recover();
        pass(Duration.ofSeconds(1));
        show().andExpect(jsonPath("$.pending").isEmpty())
                .andExpect(jsonPath("$.conversation.length()").value(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undo-window=0", "undo-window=61", "undo-window=ten", "undo-window=-1", "undo-window="})
    void namesAnInvalidWindow(String preference) throws Exception {
        routing.mockMvc
                .perform(post(address + "/ask")
                        .header("Prefer", preference)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\": \"Di mana?\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("Prefer"));
    }

    /** RFC 7240: what is not known, or not for this act, is ignored. */
    @Test
    void otherPreferencesAreIgnored() throws Exception {
        routing.mockMvc
                .perform(post(address + "/verify").header("Prefer", "undo-window=10"))
                .andExpect(status().isNoContent());
        routing.mockMvc
                .perform(post(address + "/ask")
                        .header("Prefer", "respond-async, wait=5")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\": \"Di mana?\"}"))
                .andExpect(status().isNoContent());
    }

    private ResultActions act(String act, String body, String key) throws Exception {
        return routing.mockMvc.perform(post(address + "/" + act)
                .header("Prefer", "undo-window=10")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String location(ResultActions accepted) throws Exception {
        return String.valueOf(accepted.andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private ResultActions undo(String location) throws Exception {
        return routing.mockMvc.perform(delete(location));
    }

    private ResultActions show() throws Exception {
        return routing.mockMvc.perform(get(address)).andExpect(status().isOk());
    }

    private void pass(Duration time) {
        routing.now = routing.now.plus(time);
        routing.acts.executeDue();
    }
}
