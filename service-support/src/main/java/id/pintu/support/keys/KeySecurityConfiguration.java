package id.pintu.support.keys;

import id.pintu.events.IntakeChannel;
import id.pintu.events.MalformedMessageException;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Spring Security configuration: which key may call which path. Institutions, the national desk, the operator and
 * channels other than the web form need one. What a service offers to everybody, such as the web form and tracking, it
 * lists in {@code pintu.public-paths}; any other path is denied as 404. (Not in service-defaults.yml: an
 * imported file wins over the one that imports it.)
 *
 * <p>OAuth 2 accounts will replace the introspector, not the rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretProperties.class)
public class KeySecurityConfiguration {

    /** Name and authority of the holder of the operator's token. */
    public static final String OPERATOR = "OPERATOR";

    @Bean
    InstallationSecrets installationSecrets(SecretProperties properties) {
        return properties.toSecrets();
    }

    @Bean
    InstitutionKeyIndex institutionKeys() {
        return new InstitutionKeyIndex();
    }

    @Bean
    ChannelKeyIndex channelKeys(InstallationSecrets secrets) {
        return new ChannelKeyIndex(secrets);
    }

    @Bean
    CompactedTopicReader keyTopicReader(
            InstallationSecrets secrets,
            InstitutionKeyIndex keys,
            ChannelKeyIndex channels,
            MeterRegistry meters,
            KafkaClients clients) {
        Counter refused = Counter.builder("pintu.keys.refused")
                .description("records of the topic keys that this installation did not write")
                .register(meters);
        KeyRecordHandler handler = new KeyRecordHandler(secrets, keys, channels, refused::increment);
        return CompactedTopicReader.byKey(InstitutionKeyIndex.TOPIC, clients, (key, value) -> {
            if (!handler.handle(key, value)) {
                throw new MalformedMessageException("not written by this installation");
            }
        });
    }

    @Bean
    KafkaAdmin.NewTopics keyTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(InstitutionKeyIndex.TOPIC)
                .partitions(1)
                .replicas(replicas)
                .compact()
                .build());
    }

    @Bean
    OpaqueTokenIntrospector introspector(
            InstallationSecrets secrets, InstitutionKeyIndex keys, ChannelKeyIndex channels) {
        return token -> {
            boolean operator = secrets.accepted(SecretPurpose.OPERATOR).stream()
                    .anyMatch(secret -> InstallationSecret.constantTimeEquals(token, secret.operatorToken()));
            return Optional.of(OPERATOR)
                    .filter(name -> operator)
                    .or(() -> keys.ownerOf(token))
                    .map(KeySecurityConfiguration::principal)
                    .or(() -> channels.credentialOf(token).map(ChannelCredential::toPrincipal))
                    .orElseThrow(() -> new BadOpaqueTokenException("unknown key"));
        };
    }

    @Bean
    SecurityFilterChain keyFilter(HttpSecurity http, @Value("${pintu.public-paths:}") String[] publicPaths)
            throws Exception {
        KeyRefusalHandler refusals = new KeyRefusalHandler();
        // Keys are sent in a header, so CSRF does not apply; the desk's page has its own security chain.
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'self'; form-action 'self'; frame-ancestors 'none'")))
                .authorizeHttpRequests(rules -> rules.requestMatchers("/v1/agencies/{code}/**")
                        .access(ownKey())
                        .requestMatchers(
                                HttpMethod.GET, "/v1/registry/institutions", "/v1/registry/institutions/{code}")
                        .permitAll()
                        .requestMatchers("/v1/routing/what-if", "/v1/outbox", "/v1/outbox/**")
                        .hasAnyAuthority(StoredInstitutionKey.DESK, OPERATOR)
                        .requestMatchers("/v1/desk/**", "/v1/registry/**", "/v1/registry.csv", "/v1/routing/**")
                        .hasAuthority(StoredInstitutionKey.DESK)
                        .requestMatchers("/actuator/health/**", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers(
                                "/v1/keys/**",
                                "/v1/channel-keys/**",
                                "/v1/dead-letters/**",
                                "/v1/audit",
                                "/actuator/**")
                        .hasAuthority(OPERATOR)
                        .requestMatchers("/v1/sms")
                        .hasAuthority(ChannelCredential.authority(IntakeChannel.SMS))
                        .requestMatchers(publicPaths)
                        .permitAll()
                        .anyRequest()
                        .access(KeyRefusalHandler::denyUnlisted))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.opaqueToken(token -> {})
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .build();
    }

    private static OAuth2AuthenticatedPrincipal principal(String owner) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                owner, Map.of("sub", owner), List.of(new SimpleGrantedAuthority(owner)));
    }

    private static AuthorizationManager<RequestAuthorizationContext> ownKey() {
        return (authentication, request) -> {
            String code = request.getVariables().get("code");
            // An anonymous visitor has a name too, so the type of the authentication is checked.
            return new AuthorizationDecision(authentication.get() instanceof BearerTokenAuthentication keyHolder
                    && keyHolder.getName().equals(code));
        };
    }
}
