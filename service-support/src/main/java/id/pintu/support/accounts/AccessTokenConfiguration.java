package id.pintu.support.accounts;

import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.accounts.AccountProperties.ForeignIssuerProperties;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.StoredInstitutionKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * Spring configuration of access tokens: which are accepted, and what their claims mean. The keys of the issuer are fetched
 * with the first token, so that services start without it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
public class AccessTokenConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Bean
    TokenRevocationIndex tokenRevocations() {
        return new TokenRevocationIndex();
    }

    @Bean
    CompactedTopicReader tokenRevocationReader(TokenRevocationIndex revocations, KafkaClients clients) {
        return CompactedTopicReader.byKey(TokenRevocationIndex.TOPIC, clients, revocations::handle);
    }

    @Bean
    KafkaAdmin.NewTopics tokenRevocationTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(TokenRevocationIndex.TOPIC)
                .partitions(1)
                .replicas(replicas)
                .config(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(TokenRevocationIndex.KEPT.toMillis()))
                .build());
    }

    @Bean
    AccessTokenReader accessTokenReader(
            AccountProperties properties, TokenRevocationIndex revocations, InstitutionKeyIndex keys) {
        return properties.foreign().isConfigured()
                ? foreignReader(properties.foreign(), revocations)
                : ownReader(properties, revocations, keys);
    }

    private static AccessTokenReader ownReader(
            AccountProperties properties, TokenRevocationIndex revocations, InstitutionKeyIndex keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.url() + "/oauth2/jwks")
                .restOperations(withTimeouts())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                validator(properties.issuer(), AccessTokenClaims.AUDIENCE, JwtClaimNames.SUB, revocations),
                token -> ofCurrentKey(token, keys)));
        return new AccessTokenReader(
                decoder, JwtClaimNames.SUB, new RoleClaimReader(AccessTokenClaims.ROLES, Map.of(), true));
    }

    private static AccessTokenReader foreignReader(ForeignIssuerProperties foreign, TokenRevocationIndex revocations) {
        // Its algorithm and the address of its keys are in its metadata, which are fetched with the first token.
        SupplierJwtDecoder decoder = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder found = NimbusJwtDecoder.withIssuerLocation(foreign.issuerUri())
                    .restOperations(withTimeouts())
                    .validateType(false)
                    .build();
            found.setJwtValidator(
                    validator(foreign.issuerUri(), foreign.audience(), foreign.subjectClaim(), revocations));
            return found;
        });
        Map<String, RoleGrant> mapped = foreign.roles().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> RoleGrant.parse(each.getValue())));
        return new AccessTokenReader(
                decoder,
                foreign.subjectClaim(),
                new RoleClaimReader(foreign.rolesClaim(), mapped, foreign.acceptOwnRoles()));
    }

    private static RestOperations withTimeouts() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        return new RestTemplate(requests);
    }

    private static OAuth2TokenValidator<Jwt> validator(
            String issuer, String audience, String subjectClaim, TokenRevocationIndex revocations) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type,
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)),
                token -> notRevoked(token, subjectClaim, revocations));
    }

    /** A program's tokens end with the key that it got them for. */
    private static OAuth2TokenValidatorResult ofCurrentKey(Jwt token, InstitutionKeyIndex keys) {
        Optional<Integer> current = Optional.ofNullable(token.getSubject())
                .flatMap(AccountPrincipal::programName)
                .flatMap(keys::find)
                .map(StoredInstitutionKey::generation);
        Object generation = token.getClaims().get(AccessTokenClaims.KEY_GENERATION);
        return generation == null
                        || current.filter(number -> String.valueOf(number).equals(generation))
                                .isPresent()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "the key was replaced", null));
    }

    private static OAuth2TokenValidatorResult notRevoked(
            Jwt token, String subjectClaim, TokenRevocationIndex revocations) {
        return revocations.isRevoked(
                        token.getClaimAsString(subjectClaim),
                        token.getClaimAsString(AccessTokenClaims.SIGN_IN),
                        token.getIssuedAt())
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "revoked", null))
                : OAuth2TokenValidatorResult.success();
    }
}
