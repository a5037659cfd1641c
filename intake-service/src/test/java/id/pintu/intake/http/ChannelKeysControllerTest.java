package id.pintu.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.IntakeChannel;
import id.pintu.processing.ImmediateBroker;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.keys.ChannelCredential;
import id.pintu.support.keys.ChannelKeyIndex;
import id.pintu.support.keys.ChannelKeyIssuer;
import id.pintu.support.keys.InstallationSecrets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class ChannelKeysControllerTest {

    private final InstallationSecrets secrets = InstallationSecrets.of("a secret of thirty-two characters");
    private final ChannelKeyIndex index = new ChannelKeyIndex(secrets);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ChannelKeysController(
                    index, new ChannelKeyIssuer(secrets, index, new ImmediateBroker().commandSender("intake"))))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @Test
    void issuesListsRenewsAndRevokesAKey() throws Exception {
        String first = keyOf(issue("gateway", "{\"channels\": [\"sms\"], \"requestsPerMinute\": 600}"));
        assertThat(index.credentialOf(first).map(ChannelCredential::channels)).contains(Set.of(IntakeChannel.SMS));

        issue("gateway", "{\"channels\": [\"sms\"]}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:channel-key-exists"));
        String renewed = keyOf(issue("gateway", "{\"channels\": [\"sms\", \"whatsapp\"], \"renew\": true}"));
        assertThat(index.credentialOf(first)).isEmpty();

        http.perform(get("/v1/channel-keys"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].name").value("gateway"))
                .andExpect(jsonPath("$[0].channels[1]").value("whatsapp"))
                .andExpect(jsonPath("$[0].generation").value(2))
                .andExpect(content().string(not(containsString(renewed))));

        http.perform(delete("/v1/channel-keys/gateway")).andExpect(status().isNoContent());
        http.perform(delete("/v1/channel-keys/gateway")).andExpect(status().isNotFound());
        assertThat(index.credentialOf(renewed)).isEmpty();
        http.perform(get("/v1/channel-keys")).andExpect(jsonPath("$[0].revoked").value(true));
    }

    @Test
    void hasNoKeyForANameOfPintuItself() throws Exception {
        issue("portal", "{\"channels\": [\"sms\"]}").andExpect(status().isConflict());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Gateway | {\"channels\": [\"sms\"]}                          | name",
                "gateway | {}                                                 | channels",
                "gateway | {\"channels\": []}                                 | channels",
                "gateway | {\"channels\": [\"fax\"]}                          | channels.[0]",
                "gateway | {\"channels\": [\"sms\"], \"requestsPerMinute\": 0} | requestsPerMinute",
            })
    void namesTheInvalidField(String name, String body, String field) throws Exception {
        issue(name, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    private ResultActions issue(String name, String body) throws Exception {
        return http.perform(post("/v1/channel-keys/" + name)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String keyOf(ResultActions issued) throws Exception {
        String json =
                issued.andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        return new JsonMapper().readTree(json).get("key").stringValue();
    }
}
