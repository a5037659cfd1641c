package id.pintu.support.access;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.support.accounts.AccessTokenReader;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.accounts.SampleTokenIssuer;
import id.pintu.support.accounts.TokenRevocationIndex;
import id.pintu.support.keys.BearerKeyReader;
import id.pintu.support.keys.SampleKeys;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The real security filter chain before sample paths, with keys and with access tokens. */
class AccessSecurityConfigurationTest {

    private static final SampleTokenIssuer ISSUER = new SampleTokenIssuer();

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
        ISSUER.close();
    }

    @ParameterizedTest(name = "{2} at {0} {1}: {3}")
    @CsvSource({
        "POST, /v1/agencies/K.PU/complaints/1/verify, anonymous, 401",
        "POST, /v1/agencies/K.PU/complaints/1/verify, unknown,   401",
        "POST, /v1/agencies/K.PU/complaints/1/verify, K.PU,      200",
        "POST, /v1/agencies/K.PU/complaints/1/verify, K.KES,     403",
        "POST, /v1/agencies/K.PU/complaints/1/verify, DESK,      403",
        "POST, /v1/agencies/K.PU/complaints/1/verify, operator,  403",
        "POST, /v1/agencies/K.PU/complaints/1/verify, gateway,   403",
        "GET,  /v1/agencies/K.PU,                     K.KES,     404",
        "GET,  /v1/agencies/P.51/oversight,           P.51,      200",
        "HEAD, /v1/agencies/P.51/oversight,           P.51,      200",
        "HEAD, /v1/agencies/P.51/oversight,           K.PU,      403",
        "GET,  /v1/agencies/P.52/oversight,           P.51,      403",
        "GET,  /v1/agencies/P.51/oversight.csv,       K.PU,      403",
        "GET,  /v1/agencies/P.51/oversight,           anonymous, 401",
        "GET,  /v1/desk/oversight,                    P.51,      403",
        "POST, /v1/desk/calendars/dry-run,            P.51,      403",
        "GET,  /v1/agencies/anonymousUser/incidents,  anonymous, 401",
        "GET,  /v1/agencies/ROLE_ANONYMOUS/incidents, anonymous, 401",
        "GET,  /v1/desk/complaints,                   anonymous, 401",
        "GET,  /v1/desk/complaints,                   K.PU,      403",
        "GET,  /v1/desk/complaints,                   operator,  403",
        "GET,  /v1/desk/complaints,                   DESK,      200",
        "POST, /v1/desk/complaints/1/rule,            DESK,      200",
        "PUT,  /v1/registry/institutions/K.PU,        anonymous, 401",
        "PUT,  /v1/registry/institutions/K.PU,        K.PU,      403",
        "PUT,  /v1/registry/institutions/K.PU,        DESK,      200",
        "PUT,  /v1/registry.csv,                      K.PU,      403",
        "PUT,  /v1/registry.csv,                      DESK,      200",
        "POST, /v1/keys/K.PU,                         anonymous, 401",
        "POST, /v1/keys/K.PU,                         K.PU,      403",
        "POST, /v1/keys/K.PU,                         DESK,      403",
        "POST, /v1/keys/K.PU,                         operator,  200",
        "GET,  /actuator/metrics,                     anonymous, 401",
        "GET,  /actuator/metrics,                     K.PU,      403",
        "GET,  /actuator/metrics,                     operator,  200",
        "GET,  /actuator/health/liveness,             anonymous, 200",
        "GET,  /v1/channel-keys,                      anonymous, 401",
        "GET,  /v1/channel-keys,                      gateway,   403",
        "POST, /v1/channel-keys/gateway,              DESK,      403",
        "POST, /v1/channel-keys/gateway,              operator,  200",
        "POST, /v1/sms,                               anonymous, 401",
        "POST, /v1/sms,                               K.PU,      403",
        "POST, /v1/sms,                               operator,  403",
        "POST, /v1/sms,                               partner,   403",
        "POST, /v1/sms,                               revoked,   401",
        "POST, /v1/sms,                               gateway,   200",
        "POST, /v1/complaints,                        anonymous, 200",
        "POST, /v1/complaints,                        K.PU,      200",
        "POST, /v1/complaints,                        unknown,   401",
        "GET,  /v1/complaints,                        anonymous, 405",
        "GET,  /v1/forgotten,                         anonymous, 404",
        "POST, /v1/forgotten,                         operator,  404",
        "GET,  /meja,                                 DESK,      404",
    })
    void authorisesTheHolderOfTheKey(String method, String path, String holder, int status) throws Exception {
        http.perform(request(method, path, holder)).andExpect(status().is(status));
    }

    @ParameterizedTest(name = "{2} at {0} {1}: {3}")
    @CsvSource({
        "GET,  /v1/agencies/D.33.74/complaints/1,        liaison-officer@D.33.74,       200",
        "GET,  /v1/agencies/D.33.74/complaints/1,        liaison-officer@D.33.7,        403",
        "GET,  /v1/agencies/D.33.74/complaints/1,        unit-officer@D.33.74/Dinas PU, 200",
        "GET,  /v1/agencies/D.33.74/complaints/1,        province-oversight@P.33,       200",
        "GET,  /v1/agencies/P.33/complaints/1,           province-oversight@P.33,       200",
        "GET,  /v1/agencies/D.34.04/complaints/1,        province-oversight@P.33,       403",
        "GET,  /v1/agencies/K.33/complaints/1,           province-oversight@P.33,       403",
        "GET,  /v1/agencies/D.33.74/complaints/1,        institution-admin@D.33.74,     403",
        "GET,  /v1/agencies/D.33.74/complaints/1,        national-desk,                 403",
        "GET,  /v1/agencies/D.33.74/complaints/1,        system-operator,               403",
        "POST, /v1/agencies/D.33.74/complaints/1/ask,    unit-officer@D.33.74/Dinas PU, 200",
        "POST, /v1/agencies/D.33.74/complaints/1/return, unit-officer@D.33.74/Dinas PU, 403",
        "POST, /v1/agencies/D.33.74/complaints/1/ask,    province-oversight@P.33,       403",
        "POST, /v1/desk/complaints/1/rule,               national-desk,                 403",
        "POST, /v1/desk/complaints/1/rule,               arbiter,                       200",
        "GET,  /v1/desk/oversight,                       national-observer,             200",
        "GET,  /v1/desk/complaints,                      national-observer,             403",
        "POST, /v1/routing/what-if,                      system-operator,               200",
        "POST, /v1/complaints,                           national-observer,             200",
    })
    void authorisesTheRoleOfAnAccessToken(String method, String path, String role, int status) throws Exception {
        http.perform(request(method, path, ISSUER.token("u-1", role))).andExpect(status().is(status));
    }

    @ParameterizedTest(name = "{0} with scope {1}: {2}")
    @CsvSource({
        "GET,  pintu.read,  200",
        "HEAD, pintu.read,  200",
        "GET,  pintu.write, 403",
        "GET,  '',          403",
        "PUT,  pintu.write, 200",
        "PUT,  pintu.read,  403",
    })
    void readingAndChangingNeedTheirScopes(String method, String scope, int status) throws Exception {
        String token = ISSUER.token(
                "u-1", claims -> claims.claim("roles", List.of("national-desk")).claim("scope", scope));

        http.perform(request(method, "/v1/registry.csv", token)).andExpect(status().is(status));
    }

    @Test
    void theControllerLearnsByWhichRoleTheCallerActs() throws Exception {
        String token = ISSUER.token("u-1", "unit-officer@K.PU/Bina Marga", "liaison-officer@K.PU", "arbiter");

        http.perform(request("POST", "/v1/agencies/K.PU/complaints/1/ask", token))
                .andExpect(content().string("in by u-1 liaison-officer@K.PU"));
        http.perform(request("POST", "/v1/agencies/K.PU/complaints/1/ask", "K.PU"))
                .andExpect(content().string("in by program/K.PU integrator@K.PU"));
        http.perform(request("POST", "/v1/complaints", token))
                .andExpect(content().string("in"));
    }

    @Test
    void asksForABearerKeyAndSetsNoCookie() throws Exception {
        http.perform(request("GET", "/v1/desk/complaints", "anonymous"))
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
        http.perform(request("GET", path, holder))
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

    private static MockHttpServletRequestBuilder request(String method, String path, String holder) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path);
        return holder.equals("anonymous")
                ? request
                : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + SampleKeys.CLEAR.getOrDefault(holder, holder));
    }

    /** The real security configuration, with keys filled by hand and an issuer of this test. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import({SampleEndpoints.class, AccessSecurityConfiguration.class})
    static class SecurityTestConfiguration {

        @Bean
        AccessTokenReader accessTokenReader() {
            return ISSUER.reader(new TokenRevocationIndex());
        }

        @Bean
        BearerKeyReader bearerKeyReader() {
            return SampleKeys.reader();
        }
    }

    @RestController
    static class SampleEndpoints {

        @RequestMapping({"/v1/**", "/actuator/**", "/meja"})
        String answer(HttpServletRequest request) {
            return "in" + ActingAccount.of(request).map(actor -> " by " + actor).orElse("");
        }
    }
}
