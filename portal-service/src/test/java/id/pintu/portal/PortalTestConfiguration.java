package id.pintu.portal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import id.pintu.events.ComplaintEvent;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.pages.signin.OfficerAccountReader;
import id.pintu.portal.supervision.LedgerReadingProgress;
import id.pintu.portal.supervision.OversightProperties;
import id.pintu.portal.supervision.SupervisedInstitutionIndex;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.OutboundRecord;
import id.pintu.support.access.AccessRule;
import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.keys.InstallationSecrets;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Test configuration of the portal: a real web server, a store over the real wire protocol, no broker. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@EnableConfigurationProperties({PortalProperties.class, OversightProperties.class})
@ComponentScan({
    "id.pintu.portal.http",
    "id.pintu.portal.pages",
    "id.pintu.portal.intake",
    "id.pintu.portal.desk",
    "id.pintu.portal.institution",
    "id.pintu.portal.supervision",
    "id.pintu.portal.pdf"
})
@Import({PortalStreamConfiguration.class, ProblemExceptionHandler.class})
class PortalTestConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    MongoServer store() {
        return new MongoServer(new MemoryBackend());
    }

    @Bean
    MongoClient mongo(MongoServer store) {
        return MongoClients.create(store.bindAndGetConnectionString());
    }

    @Bean
    MongoDatabase database(MongoClient mongo) {
        return mongo.getDatabase("pintu_portal");
    }

    /** Roles of the officer who signs in, and of the caller with a token. */
    static volatile List<RoleGrant> grants = List.of();

    @Bean
    OfficerAccountReader officerAccountReader() {
        return token -> principal();
    }

    private static AccountPrincipal principal() {
        return new AccountPrincipal("an-officer", grants, Set.of(AccountPrincipal.READ, AccountPrincipal.WRITE));
    }

    /** Whether the roles of the caller permit a request with a token; noted with it as service-support does. */
    private static boolean permitsRole(HttpServletRequest request, AccessRuleMatcher.MatchedRule found) {
        List<RoleGrant> permitting = request.getHeader("Authorization") == null
                ? List.of()
                : found.rule().permitting(principal().grants(), found.institution());
        if (!permitting.isEmpty()) {
            new CallerGrants(principal().account(), permitting).attachTo(request);
        }
        return !permitting.isEmpty();
    }

    /** In place of the chain of service-support: the same rules, with the same kind of headers. */
    @Bean
    SecurityFilterChain publicPathsFilterChain(HttpSecurity http) throws Exception {
        AccessRuleMatcher rules = new AccessRuleMatcher(AccessRules.ALL);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> rules.find(request.getMethod(), request.getRequestURI())
                                        .filter(found -> found.rule().audience() == AccessRule.Audience.EVERYBODY
                                                || permitsRole(request, found))
                                        .isPresent())
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint((request, response, refusal) -> response.sendError(
                                rules.methods(request.getRequestURI()).isEmpty()
                                        ? HttpServletResponse.SC_NOT_FOUND
                                        : HttpServletResponse.SC_METHOD_NOT_ALLOWED)))
                .build();
    }

    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.create();
    }

    @Bean
    InstallationSecrets installationSecrets() {
        return InstallationSecrets.of("a secret of thirty-two characters");
    }

    /** Whose topic takes every record. */
    @Bean
    OwnCannedAnswerIndex ownCannedAnswerIndex() {
        return new OwnCannedAnswerIndex(new CommandSender(
                "portal",
                "test",
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer())));
    }

    @Bean
    ComplaintFactTable complaintFactTable() {
        return new ComplaintFactTable();
    }

    @Bean
    SupervisedInstitutionIndex supervisedInstitutionIndex() {
        return new SupervisedInstitutionIndex();
    }

    /** How far the table of facts has read. */
    static volatile LedgerReadingProgress progress = LedgerReadingProgress.NONE;

    @Bean
    Supplier<LedgerReadingProgress> ledgerReadingProgress() {
        return () -> progress;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(SampleComplaintEvents.MORNING);
    }

    /** Delivers a batch as the binder does: bytes, and headers in lists. */
    static void deliver(EventProcessor<?> processor, List<? extends ComplaintEvent> events) {
        List<Map<String, byte[]>> headers = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> bodies = new ArrayList<>();
        for (ComplaintEvent event : events) {
            var record = OutboundRecord.event(event).record("another", Optional.empty());
            headers.add(StreamSupport.stream(record.headers().spliterator(), false)
                    .collect(Collectors.toMap(Header::key, Header::value)));
            keys.add(record.key());
            bodies.add(record.value());
        }
        processor.apply(MessageBuilder.withPayload(bodies)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, Collections.nCopies(events.size(), "complaints"))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, Collections.nCopies(events.size(), 0))
                .setHeader(
                        KafkaHeaders.OFFSET,
                        IntStream.range(0, events.size())
                                .mapToObj(Long::valueOf)
                                .toList())
                .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build());
    }
}
