package id.pintu.support.openapi;

import id.pintu.events.IntakeChannel;
import id.pintu.support.keys.ChannelCredential;
import id.pintu.support.keys.KeySecurityConfiguration;
import id.pintu.support.keys.StoredInstitutionKey;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * OpenAPI customizer that adds to each operation the keys that authorise it. It does not repeat the security rules: it
 * evaluates those in force for an anonymous caller and, where that one is refused, for the holder of each key.
 */
final class SecuritySchemeCustomizer implements OpenApiCustomizer {

    private static final String REPORTER_HEADER = "Reporter-Key";
    private static final String REPORTER = "reporterKey";

    /** Sample code for the path variable of an institution, and for the holder of its key. */
    private static final String SAMPLE_CODE = "X";

    private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken(
            "anonymous", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private record BearerScheme(String name, Authentication holder, String description) {}

    private static final List<BearerScheme> BEARER_SCHEMES = List.of(
            new BearerScheme("institutionKey", holder(SAMPLE_CODE), "The key of the institution that the path names."),
            new BearerScheme("deskKey", holder(StoredInstitutionKey.DESK), "The key of the national desk."),
            new BearerScheme(
                    "channelKey",
                    holder(new ChannelCredential(
                                    SAMPLE_CODE, Set.of(IntakeChannel.values()), false, false, Optional.empty(), false)
                            .toPrincipal()),
                    "The key of a channel such as an SMS gateway."),
            new BearerScheme(
                    "operatorToken",
                    holder(KeySecurityConfiguration.OPERATOR),
                    "The token of the operator of the installation."));

    private final WebInvocationPrivilegeEvaluator rules;

    SecuritySchemeCustomizer(WebInvocationPrivilegeEvaluator rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> addSecurity(document, path, method, operation)));
    }

    private void addSecurity(OpenAPI document, String path, HttpMethod method, Operation operation) {
        String address = path.replaceAll("\\{[^}]+}", SAMPLE_CODE);
        if (!rules.isAllowed("", address, method.name(), ANONYMOUS)) {
            BEARER_SCHEMES.stream()
                    .filter(key -> rules.isAllowed("", address, method.name(), key.holder()))
                    .forEach(key -> require(document, operation, key.name(), bearer(key.description())));
        }
        if (operation.getParameters() != null
                && operation.getParameters().removeIf(each -> REPORTER_HEADER.equals(each.getName()))) {
            require(document, operation, REPORTER, reporterKey());
        }
    }

    private static void require(OpenAPI document, Operation operation, String name, SecurityScheme scheme) {
        document.getComponents().addSecuritySchemes(name, scheme);
        operation.addSecurityItem(new SecurityRequirement().addList(name));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private static SecurityScheme reporterKey() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(REPORTER_HEADER)
                .description("The key that a reporter got with the tracking number.");
    }

    private static Authentication holder(String name) {
        return holder(new DefaultOAuth2AuthenticatedPrincipal(
                name, Map.of("sub", name), AuthorityUtils.createAuthorityList(name)));
    }

    private static Authentication holder(OAuth2AuthenticatedPrincipal principal) {
        var token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, SAMPLE_CODE, null, null);
        return new BearerTokenAuthentication(principal, token, principal.getAuthorities());
    }
}
