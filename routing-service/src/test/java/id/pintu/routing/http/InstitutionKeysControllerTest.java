package id.pintu.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.processing.ImmediateBroker;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class InstitutionKeysControllerTest {

    private final ImmediateBroker broker = new ImmediateBroker();
    private final Set<String> actionTopics = new TreeSet<>();
    private final InstitutionKeysController controller = new InstitutionKeysController(
            () -> RoutingServiceFixture.REGISTRY,
            new InstitutionKeyIssuer(
                    InstallationSecrets.of("a secret of thirty-two characters"),
                    new InstitutionKeyIndex(),
                    broker.commandSender("routing")),
            actionTopics::addAll);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(controller)
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @Test
    void issuesOneKeyForEachInstitutionAndTheDesk() {
        controller.issueMissingKeys();
        controller.issueMissingKeys();

        assertThat(broker.history())
                .hasSize(RoutingServiceFixture.REGISTRY.institutions().size() + 1);
    }

    @Test
    void showsAKeyOnceAndANewOneOnRenewal() throws Exception {
        show("D.33.74", false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.feed").value("agency.D.33.74"))
                .andExpect(jsonPath("$.actions").value("agency-actions.D.33.74"))
                .andExpect(jsonPath("$.key").isString());
        show("D.33.74", false).andExpect(status().isConflict());
        show("D.33.74", true).andExpect(status().isOk());
        show("DESK", false).andExpect(status().isOk());
        assertThat(actionTopics).containsExactly("D.33.74");
    }

    @Test
    void hasNoKeyForAnUnknownInstitution() throws Exception {
        show("K.NONE", false).andExpect(status().isNotFound());
    }

    @Test
    void revokesAKeyThatSomebodyHas() throws Exception {
        http.perform(delete("/v1/keys/D.33.74")).andExpect(status().isNotFound());
        show("D.33.74", false);
        http.perform(delete("/v1/keys/D.33.74")).andExpect(status().isNoContent());
        show("D.33.74", false).andExpect(status().isOk());
    }

    private ResultActions show(String code, boolean renew) throws Exception {
        return http.perform(
                post("/v1/keys/" + code).contentType(MediaType.APPLICATION_JSON).content("{\"renew\": " + renew + "}"));
    }
}
