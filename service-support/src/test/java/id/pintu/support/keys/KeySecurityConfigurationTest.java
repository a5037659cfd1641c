package id.pintu.support.keys;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.IntakeChannel;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The real security filter chain before public, institution, desk and operator paths. */
class KeySecurityConfigurationTest {

    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");
    private static final InstallationSecret SECRET = SECRETS.current(SecretPurpose.INSTITUTION_KEYS);
    private static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("K.PU", StoredInstitutionKey.clearText(SECRET, "K.PU", 1)),
            Map.entry("K.KES", StoredInstitutionKey.clearText(SECRET, "K.KES", 1)),
            Map.entry("P.51", StoredInstitutionKey.clearText(SECRET, "P.51", 1)),
            Map.entry("DESK", StoredInstitutionKey.clearText(SECRET, "DESK", 1)),
            Map.entry("gateway", StoredChannelKey.clearText(SECRET, "gateway", 1)),
            Map.entry("partner", StoredChannelKey.clearText(SECRET, "partner", 1)),
            Map.entry("revoked", StoredChannelKey.clearText(SECRET, "revoked", 1)),
            Map.entry("operator", SECRET.operatorToken()),
            Map.entry("unknown", "0123456789"));

    private static final AnnotationConfigWebApplicationContext CONTEXT = new AnnotationConfigWebApplicationContext();

    private static MockMvc http =
            MockMvcBuilders.standaloneSetup(new SampleEndpoints()).build();

    @BeforeAll
    static void start() {
        CONTEXT.setServletContext(new MockServletContext());
        CONTEXT.register(SecurityTestConfiguration.class);
        CONTEXT.refresh();
        http = MockMvcBuilders.webAppContextSetup(CONTEXT)
                .addFilters(CONTEXT.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "/v1/agencies/K.PU/complaints/1/verify, anonymous,   401",
        "/v1/agencies/K.PU/complaints/1/verify, unknown,  401",
        "/v1/agencies/K.PU/complaints/1/verify, K.PU,     200",
        "/v1/agencies/K.PU/complaints/1/verify, K.KES,    403",
        "/v1/agencies/K.PU/complaints/1/verify, DESK,     403",
        "/v1/agencies/K.PU/complaints/1/verify, operator, 403",
        "/v1/agencies/K.PU,                     K.KES,    403",
        "/v1/agencies/P.51/oversight,           P.51,     200",
        "/v1/agencies/P.52/oversight,           P.51,     403",
        "/v1/agencies/P.51/oversight.csv,       K.PU,     403",
        "/v1/agencies/P.51/oversight,           anonymous,   401",
        "/v1/desk/oversight,                    P.51,     403",
        "/v1/desk/calendars/dry-run,            P.51,     403",
        "/v1/agencies/anonymousUser/complaints, anonymous,   401",
        "/v1/agencies/ROLE_ANONYMOUS/complaints, anonymous,  401",
        "/v1/desk/complaints,                   anonymous,   401",
        "/v1/desk/complaints,                   K.PU,     403",
        "/v1/desk/complaints,                   operator, 403",
        "/v1/desk/complaints,                   DESK,     200",
        "/v1/registry/institutions/K.PU,        anonymous,   401",
        "/v1/registry/institutions/K.PU,        K.PU,     403",
        "/v1/registry/institutions/K.PU,        DESK,     200",
        "/v1/registry.csv,                      K.PU,     403",
        "/v1/registry.csv,                      DESK,     200",
        "/v1/keys/K.PU,                         anonymous,   401",
        "/v1/keys/K.PU,                         K.PU,     403",
        "/v1/keys/K.PU,                         DESK,     403",
        "/v1/keys/K.PU,                         operator, 200",
        "/actuator/metrics,                     anonymous,   401",
        "/actuator/metrics,                     K.PU,     403",
        "/actuator/metrics,                     operator, 200",
        "/actuator/health/liveness,             anonymous,   200",
        "/v1/channel-keys,                      anonymous,   401",
        "/v1/channel-keys,                      gateway,  403",
        "/v1/channel-keys/gateway,              DESK,     403",
        "/v1/channel-keys/gateway,              operator, 200",
        "/v1/sms,                               anonymous,   401",
        "/v1/sms,                               K.PU,     403",
        "/v1/sms,                               operator, 403",
        "/v1/sms,                               partner,  403",
        "/v1/sms,                               revoked,  401",
        "/v1/sms,                               gateway,  200",
        "/v1/agencies/K.PU/complaints/1/verify, gateway,  403",
        "/v1/complaints,                        anonymous,   200",
        "/v1/complaints,                        K.PU,     200",
        "/v1/forgotten,                         anonymous,   404",
        "/v1/forgotten,                         operator, 404",
        "/v1/complaints,                        unknown,  401",
    })
    void authorisesTheHolderOfTheKey(String path, String holder, int status) throws Exception {
        http.perform(request(path, holder)).andExpect(status().is(status));
    }

    @Test
    void asksForABearerKeyAndSetsNoCookie() throws Exception {
        http.perform(request("/v1/desk/complaints", "anonymous"))
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, startsWith("Bearer")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource({
        "/v1/desk/complaints, anonymous, 401, key-required",
        "/v1/desk/complaints, unknown,   401, unknown-key",
        "/v1/desk/complaints, K.PU,      403, forbidden",
    })
    void refusalsAreProblems(String path, String holder, int status, String code) throws Exception {
        http.perform(request(path, holder))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:" + code));
    }

    @ParameterizedTest(name = "looking at {0}: {1}")
    @CsvSource({
        "/v1/registry/institutions,              200",
        "/v1/registry/institutions/K.PU,         200",
        "/v1/registry/institutions/K.PU/history, 401",
        "/v1/registry.csv,                       401",
    })
    void theListOfInstitutionsIsPublicAndItsHistoryIsNot(String path, int status) throws Exception {
        http.perform(get(path)).andExpect(status().is(status));
    }

    private static MockHttpServletRequestBuilder request(String path, String holder) {
        MockHttpServletRequestBuilder request = post(path);
        return holder.equals("anonymous")
                ? request
                : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.getOrDefault(holder, holder));
    }

    /** The real security configuration, with an index of keys filled by hand instead of from the broker. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import(SampleEndpoints.class)
    static class SecurityTestConfiguration {

        private final KeySecurityConfiguration security = new KeySecurityConfiguration();

        @Bean
        SecurityFilterChain keyFilter(HttpSecurity http) throws Exception {
            return security.keyFilter(http, new String[] {"/v1/complaints", "/v1/complaints/**"});
        }

        @Bean
        OpaqueTokenIntrospector introspector() {
            InstitutionKeyIndex index = new InstitutionKeyIndex();
            List.of("K.PU", "K.KES", "P.51", "DESK")
                    .forEach(code -> index.put(code, StoredInstitutionKey.of(SECRET, code, 1, false)));
            ChannelKeyIndex channels = new ChannelKeyIndex(SECRETS);
            channels.put("gateway", key("gateway", IntakeChannel.SMS, false));
            channels.put("partner", key("partner", IntakeChannel.PARTNER, false));
            channels.put("revoked", key("revoked", IntakeChannel.SMS, true));
            return security.introspector(SECRETS, index, channels);
        }

        private static StoredChannelKey key(String name, IntakeChannel channel, boolean revoked) {
            return StoredChannelKey.of(
                    SECRET,
                    name,
                    1,
                    new StoredChannelKey.ChannelKeyGrant(List.of(channel), false, Optional.empty()),
                    revoked);
        }
    }

    @RestController
    static class SampleEndpoints {

        @RequestMapping({"/v1/**", "/actuator/**"})
        String answer() {
            return "in";
        }
    }
}
