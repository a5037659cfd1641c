package id.pintu.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.WireJsonMapper;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditEntry.AuditRequest;
import id.pintu.support.http.ProblemExceptionHandler;
import jakarta.servlet.Filter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The filter and the interceptor in two real security chains, one without sessions and one with. */
class AuditFilterTest {

    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
    private static final MockProducer<byte[], byte[]> PRODUCER =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private static final AtomicInteger LOST = new AtomicInteger();
    private static final AtomicInteger SHOWN = new AtomicInteger();
    private static final String LONG = "a".repeat(20_000);

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private MockMvc http = MockMvcBuilders.standaloneSetup(new SampleActs()).build();

    @BeforeEach
    void start() {
        PRODUCER.clear();
        PRODUCER.sendException = null;
        LOST.set(0);
        SHOWN.set(0);
        context.setServletContext(new MockServletContext());
        context.register(AuditTestConfiguration.class);
        context.refresh();
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    @AfterAll
    static void closeProducer() {
        PRODUCER.close();
    }

    @Test
    void anActIsRecordedWithWhoDidItAndNoneOfItsContent() throws Exception {
        http.perform(post("/v1/agencies/D.33.74/acts/17?name=Siti")
                        .content("0812")
                        .with(officer()))
                .andExpect(status().isOk());

        AuditEntry entry = onlyEntry();
        assertThat(entry.what()).isEqualTo("act");
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.service()).isEqualTo("sample");
        assertThat(entry.actor().orElseThrow().account()).isEqualTo("officer");
        assertThat(entry.actor().orElseThrow().roles()).containsExactly("liaison-officer@D.33.72");
        assertThat(entry.request())
                .contains(new AuditRequest(
                        "POST", Optional.of("/v1/agencies/{code}/acts/{number}"), Optional.of(200), Optional.empty()));
        assertThat(entry.about()).isEqualTo(Map.of("code", "D.33.74", "number", "17"));
        assertThat(entry.institutions()).containsExactly("D.33.74", "D.33.72");
        assertThat(entry.toString()).doesNotContain("Siti", "0812");
    }

    @Test
    void theStatusOfAFailedActIsThatOfItsAnswer() throws Exception {
        http.perform(post("/v1/failing").with(officer())).andExpect(status().isInternalServerError());
        assertThat(onlyEntry().request().orElseThrow().status()).contains(500);
    }

    @Test
    void anActThatIsAnsweredByAnotherThreadIsRecordedOnce() throws Exception {
        MvcResult started = http.perform(post("/v1/deferred").with(officer())).andReturn();
        assertThat(entries()).isEmpty();
        http.perform(asyncDispatch(started)).andExpect(status().isNoContent());
        assertThat(onlyEntry().request().orElseThrow().status()).contains(204);
        assertThat(onlyEntry().actor().orElseThrow().account()).isEqualTo("officer");
    }

    @Test
    void anActThatCannotBeRecordedIsNotAcknowledged() throws Exception {
        PRODUCER.sendException = new TimeoutException("no broker");
        for (String path : List.of("/v1/agencies/D.33.74/acts/17", "/v1/empty", "/v1/long")) {
            http.perform(post(path).with(officer()))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().exists(HttpHeaders.RETRY_AFTER))
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        }
    }

    @Test
    void personalDataIsNotShownUnrecorded() throws Exception {
        http.perform(get("/v1/reports/17").with(officer())).andExpect(content().string(LONG));
        AuditEntry entry = onlyEntry();
        assertThat(entry.what()).isEqualTo("look");
        assertThat(entry.about()).isEqualTo(Map.of("number", "17"));

        PRODUCER.sendException = new TimeoutException("no broker");
        String answer = http.perform(get("/v1/reports/17").with(officer()))
                .andExpect(status().isServiceUnavailable())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("aaaa");
        assertThat(SHOWN).hasValue(1);
    }

    @Test
    void readingOtherThingsAndWhatIsRecordedElsewhereIsNoEntry() throws Exception {
        http.perform(get("/v1/figures").with(officer())).andExpect(status().isOk());
        http.perform(post("/v1/elsewhere").with(officer())).andExpect(status().isOk());
        assertThat(entries()).isEmpty();
    }

    @Test
    void refusedAttemptsAreRecordedWithTheAddressThatTheyWouldHaveHad() throws Exception {
        http.perform(post("/v1/agencies/D.33.74/acts/17")).andExpect(status().isUnauthorized());
        http.perform(post("/v1/secret/17").with(officer())).andExpect(status().isForbidden());
        http.perform(get("/v1/no-such-path")).andExpect(status().isUnauthorized());

        assertThat(entries())
                .extracting(
                        AuditEntry::what,
                        entry -> entry.actor().isPresent(),
                        entry -> entry.request().orElseThrow().path().orElse("-"),
                        entry -> entry.request().orElseThrow().status().orElse(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("refusal", false, "/v1/agencies/{code}/acts/{number}", 401),
                        org.assertj.core.groups.Tuple.tuple("refusal", true, "/v1/secret/{number}", 403),
                        org.assertj.core.groups.Tuple.tuple("refusal", false, "-", 401));
    }

    @Test
    void aRefusalIsOneAlsoWhenItCannotBeRecorded() throws Exception {
        PRODUCER.sendException = new TimeoutException("no broker");
        http.perform(post("/v1/secret/17").with(officer())).andExpect(status().isForbidden());
        assertThat(LOST).hasValue(1);
    }

    @Test
    void aFloodOfAttemptsIsCountedInsteadOfRecorded() throws Exception {
        int flood = 100;
        for (int i : IntStream.range(0, flood).toArray()) {
            http.perform(post("/v1/secret/" + i)).andExpect(status().isUnauthorized());
        }
        int recorded = entries().size();
        assertThat(recorded).isBetween(1, 20);
        context.getBean(AuditConfiguration.AuditTrail.class).filter().recordLeftOut();
        assertThat(entries().getLast().what()).isEqualTo("refusals-left-out");
        assertThat(entries().getLast().leftOut()).contains((long) flood - recorded);
    }

    @Test
    void formsOfASessionAreRecordedAndSoAreThoseWithoutItsToken() throws Exception {
        http.perform(post("/pages/forms").session(session()).param("name", "Siti"))
                .andExpect(status().isForbidden());
        assertThat(onlyEntry().what()).isEqualTo("refusal");
        assertThat(onlyEntry().actor().orElseThrow().account()).isEqualTo("officer");
        PRODUCER.clear();

        http.perform(post("/pages/free-forms").session(session()).param("name", "Siti"))
                .andExpect(status().isSeeOther());
        assertThat(onlyEntry().what()).isEqualTo("act");
        assertThat(onlyEntry().actor().orElseThrow().account()).isEqualTo("officer");
        assertThat(onlyEntry().request().orElseThrow().status()).contains(303);
    }

    @Test
    void whatIsNoRequestIsRecordedByTheProgram() {
        context.getBean(AuditLog.class)
                .record("sign-in-failed", null, Map.of("account", "9c1d4a52-0000-4000-8000-000000000000"));
        assertThat(onlyEntry().what()).isEqualTo("sign-in-failed");
        assertThat(onlyEntry().actor()).isEmpty();
    }

    private static AuditEntry onlyEntry() {
        assertThat(entries()).hasSize(1);
        return entries().getFirst();
    }

    private static List<AuditEntry> entries() {
        return PRODUCER.history().stream()
                .map(record -> WireJsonMapper.MAPPER.readValue(record.value(), AuditEntry.class))
                .toList();
    }

    private static RequestPostProcessor officer() {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("officer", "x", null));
            return request;
        };
    }

    private static MockHttpSession session() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        "officer", "", AuthorityUtils.createAuthorityList("unit-officer@D.33.72/Dishub"))));
        return session;
    }

    @RestController
    static class SampleActs {

        @PostMapping("/v1/agencies/{code}/acts/{number}")
        Map<String, String> act(@PathVariable String code, @PathVariable String number) {
            return Map.of(code, number);
        }

        @PostMapping("/v1/failing")
        void fail() {
            throw new IllegalStateException("sample");
        }

        @PostMapping("/v1/empty")
        void empty() {}

        @PostMapping("/v1/long")
        String longAnswer() {
            return LONG;
        }

        @PostMapping("/v1/deferred")
        DeferredResult<ResponseEntity<Void>> deferred() {
            DeferredResult<ResponseEntity<Void>> result = new DeferredResult<>();
            result.setResult(ResponseEntity.noContent().build());
            return result;
        }

        @PostMapping("/v1/secret/{number}")
        void secret() {}

        @RecordedElsewhere("a sample")
        @PostMapping("/v1/elsewhere")
        void elsewhere() {}

        @PersonalData
        @GetMapping("/v1/reports/{number}")
        String look() {
            SHOWN.incrementAndGet();
            return LONG;
        }

        @GetMapping("/v1/figures")
        String figures() {
            return "17";
        }

        @PostMapping({"/pages/forms", "/pages/free-forms"})
        ResponseEntity<Void> form() {
            return ResponseEntity.status(303)
                    .header(HttpHeaders.LOCATION, "/pages")
                    .build();
        }
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @Import({SampleActs.class, ProblemExceptionHandler.class})
    static class AuditTestConfiguration {

        private final AuditConfiguration audit = new AuditConfiguration();

        @Bean
        AuditLog auditLog() {
            return new AuditLog("sample", PRODUCER, InstantSource.fixed(NOW), LOST::incrementAndGet);
        }

        @Bean
        AuditConfiguration.AuditTrail auditTrail(
                AuditLog log,
                @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
            return audit.auditTrail(log, handlers);
        }

        @Bean
        Customizer<HttpSecurity> auditOfRequests(AuditConfiguration.AuditTrail trail) {
            return audit.auditOfRequests(trail);
        }

        @Bean
        WebMvcConfigurer auditOfLooks(AuditLog log) {
            return audit.auditOfLooks(log);
        }

        @Bean
        @Order(1)
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            return http.securityMatcher("/pages/**")
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/pages/free-forms"))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain keys(HttpSecurity http) throws Exception {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .httpBasic(Customizer.withDefaults())
                    .authorizeHttpRequests(rules -> rules.requestMatchers("/v1/secret/**")
                            .hasAuthority("nobody")
                            .anyRequest()
                            .authenticated())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("officer")
                    .password("{noop}x")
                    .authorities("liaison-officer@D.33.72", "SCOPE_pintu.write")
                    .build());
        }
    }
}
