package id.pintu.routing.http.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.InstitutionContact;
import id.pintu.events.TopicNames;
import id.pintu.processing.ImmediateBroker;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.contacts.InstitutionContactRegister;
import id.pintu.support.http.ProblemExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class InstitutionContactsControllerTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final InstitutionRegistry REGISTRY = new BundledTablesLoader().registry();
    private static final String LIAISON = """
            {"role": "liaison", "email": "Pengaduan@SemarangKota.go.id"}""";
    private static final String HEAD = """
            {"role": "head", "email": "wali@semarangkota.go.id", "language": "en"}""";

    private final ImmediateBroker broker = new ImmediateBroker();
    private final InstitutionContactRegister register = new InstitutionContactRegister(broker.commandSender("routing"));
    private Instant now = MONDAY;
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new InstitutionContactsController(() -> REGISTRY, register, () -> now))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @Test
    void keepsContactsInATopicOfTheirOwnThatAnotherInstanceReads() throws Exception {
        put(LIAISON + "," + HEAD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contacts[0].email").value("Pengaduan@semarangkota.go.id"))
                .andExpect(jsonPath("$.contacts[0].language").value("id"))
                .andExpect(jsonPath("$.contacts[1].role").value("head"));

        ProducerRecord<byte[], byte[]> written = broker.history().getLast();
        assertThat(written.topic()).isEqualTo(TopicNames.INSTITUTION_CONTACTS);
        assertThat(written.key()).asString(StandardCharsets.UTF_8).isEqualTo("D.33.74");
        InstitutionContactRegister other = new InstitutionContactRegister(broker.commandSender("routing"));
        other.handle("D.33.74", Optional.of(written.value()));
        assertThat(other.of("D.33.74")).isEqualTo(register.of("D.33.74")).hasSize(2);
    }

    @Test
    void aContactThatStaysIsAsOldAsItWas() throws Exception {
        put(LIAISON);
        now = MONDAY.plusSeconds(3_600);
        put(LIAISON + "," + HEAD);

        assertThat(register.of("D.33.74")).extracting(InstitutionContact::since).containsExactly(MONDAY, now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\": \"chief\", \"email\": \"a@b.id\"}                          | contacts[0].role",
                "{\"email\": \"a@b.id\"}                                               | contacts[0].role",
                "{\"role\": \"head\", \"email\": \"rahasia-at-b.id\"}                  | contacts[0].email",
                "{\"role\": \"head\"}                                                  | contacts[0].email",
                "{\"role\": \"head\", \"email\": \"a@b.id\", \"language\": \"jv\"}     | contacts[0].language",
                "null                                                                  | contacts[0]",
                "{\"role\": \"head\", \"email\": \"a@b.id\"}, {\"role\": \"admin\", \"email\": \"A@b.id\"} | contacts[1].email"
            })
    void namesTheFieldThatIsWrongWithoutItsValue(String contacts, String field) throws Exception {
        put(contacts)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(content().string(not(containsString("rahasia"))));
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void requiresAListAndTakesTwentyContacts() throws Exception {
        http.perform(request("D.33.74", "{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("contacts"));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            many.append(i == 0 ? "" : ",").append("{\"role\": \"liaison\", \"email\": \"a" + i + "@b.id\"}");
        }
        put(many.toString())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("contacts"));
    }

    @Test
    void erasesWithATombstone() throws Exception {
        put(LIAISON);
        http.perform(delete("/v1/registry/institutions/D.33.74/contacts")).andExpect(status().isNoContent());

        assertThat(broker.history().getLast().value()).isNull();
        http.perform(get("/v1/registry/institutions/D.33.74/contacts"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contacts").isEmpty());
    }

    @Test
    void knowsOnlyInstitutionsOfTheRegistry() throws Exception {
        http.perform(get("/v1/registry/institutions/K.NONE/contacts")).andExpect(status().isNotFound());
        http.perform(request("K.NONE", "{\"contacts\": []}")).andExpect(status().isNotFound());
    }

    private ResultActions put(String contacts) throws Exception {
        return http.perform(request("D.33.74", "{\"contacts\": [" + contacts + "]}"));
    }

    private static RequestBuilder request(String code, String body) {
        return MockMvcRequestBuilders.put("/v1/registry/institutions/{code}/contacts", code)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
