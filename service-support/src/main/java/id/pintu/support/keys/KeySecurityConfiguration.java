package id.pintu.support.keys;

import id.pintu.processing.topics.CompactedTopicReader;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
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
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Spring Security configuration: which key may call which path. Institutions, the national desk and the operator need one;
 * intake channels and tracking are public.
 *
 * <p>OAuth 2 accounts will replace the introspector, not the rules.
 */
@Configuration(proxyBeanMethods = false)
public class KeySecurityConfiguration {

    /** Name and authority of the holder of the operator's token. */
    public static final String OPERATOR = "OPERATOR";

    @Bean
    InstallationSecret secret(@Value("${pintu.secret:}") String secret) {
        return new InstallationSecret(secret);
    }

    @Bean
    InstitutionKeyIndex institutionKeys() {
        return new InstitutionKeyIndex();
    }

    @Bean
    CompactedTopicReader keyTopicReader(
            InstitutionKeyIndex keys, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return CompactedTopicReader.byKey(InstitutionKeyIndex.TOPIC, servers, keys::update);
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
    OpaqueTokenIntrospector introspector(InstallationSecret secret, InstitutionKeyIndex keys) {
        return token -> {
            String owner = InstallationSecret.constantTimeEquals(token, secret.operatorToken())
                    ? OPERATOR
                    : keys.ownerOf(token).orElseThrow(() -> new BadOpaqueTokenException("unknown key"));
            return new DefaultOAuth2AuthenticatedPrincipal(
                    owner, Map.of("sub", owner), List.of(new SimpleGrantedAuthority(owner)));
        };
    }

    @Bean
    SecurityFilterChain keyFilter(HttpSecurity http) throws Exception {
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
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/v1/keys/**", "/actuator/**")
                        .hasAuthority(OPERATOR)
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(server -> server.opaqueToken(token -> {}))
                .build();
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
