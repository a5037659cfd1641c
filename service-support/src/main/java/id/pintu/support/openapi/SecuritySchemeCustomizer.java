package id.pintu.support.openapi;

import id.pintu.support.access.AccessRule;
import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRuleMatcher.MatchedRule;
import id.pintu.support.accounts.AccountRole;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * OpenAPI customizer that adds to each operation what authorises it: an access token with one of the roles of its access
 * rule, or the key of a program that has such a role.
 */
final class SecuritySchemeCustomizer implements OpenApiCustomizer {

    private static final String REPORTER_HEADER = "Reporter-Key";
    private static final String REPORTER = "reporterKey";
    private static final String ACCESS_TOKEN = "accessToken";
    private static final String CHANNEL = "channelKey";

    /** Sample value of a path variable. */
    private static final String SAMPLE = "X";

    /** A key, and the roles of the program that has it. */
    private record BearerScheme(String name, Set<AccountRole> roles, String description) {}

    private static final List<BearerScheme> KEYS = List.of(
            new BearerScheme(
                    "institutionKey",
                    Set.of(AccountRole.INTEGRATOR),
                    "The key of the institution that the path names; it acts as integrator."),
            new BearerScheme(
                    "deskKey",
                    Set.of(AccountRole.NATIONAL_DESK, AccountRole.ARBITER),
                    "The key of the national desk, which is its arbiter too."),
            new BearerScheme(
                    "operatorToken",
                    Set.of(AccountRole.SYSTEM_OPERATOR),
                    "The token of the operator of the installation."));

    private final AccessRuleMatcher rules;

    SecuritySchemeCustomizer(AccessRuleMatcher rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> addSecurity(document, path, method, operation)));
    }

    private void addSecurity(OpenAPI document, String path, HttpMethod method, Operation operation) {
        rules.find(method.name(), path.replaceAll("\\{[^}]+}", SAMPLE))
                .map(MatchedRule::rule)
                .ifPresent(rule -> addSecurity(document, rule, operation));
        if (operation.getParameters() != null
                && operation.getParameters().removeIf(each -> REPORTER_HEADER.equals(each.getName()))) {
            require(document, operation, REPORTER, List.of(), reporterKey());
        }
    }

    private static void addSecurity(OpenAPI document, AccessRule rule, Operation operation) {
        switch (rule.audience()) {
            case EVERYBODY, OPEN_PAGE, PAGE_SESSION -> {}
            case ANY_ACCOUNT -> {
                require(document, operation, ACCESS_TOKEN, List.of(), accessToken());
                KEYS.forEach(key -> require(document, operation, key.name(), List.of(), bearer(key.description())));
            }
            case SMS_CHANNEL ->
                require(
                        document,
                        operation,
                        CHANNEL,
                        List.of(),
                        bearer("The key of a channel such as an SMS gateway."));
            case ROLES -> {
                List<String> roles =
                        rule.roles().stream().map(AccountRole::wireName).toList();
                require(document, operation, ACCESS_TOKEN, roles, accessToken());
                KEYS.stream()
                        .filter(key -> rule.roles().stream().anyMatch(key.roles()::contains))
                        .forEach(key -> require(document, operation, key.name(), List.of(), bearer(key.description())));
            }
        }
    }

    private static void require(
            OpenAPI document, Operation operation, String name, List<String> roles, SecurityScheme scheme) {
        document.getComponents().addSecuritySchemes(name, scheme);
        operation.addSecurityItem(new SecurityRequirement().addList(name, roles));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private static SecurityScheme accessToken() {
        return bearer(
                        "An access token with the scope pintu.read for GET, pintu.write for all else, and one of the roles"
                                + " listed, within the institution that the path names where the role is within one.")
                .bearerFormat("JWT");
    }

    private static SecurityScheme reporterKey() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(REPORTER_HEADER)
                .description("The key that a reporter got with the tracking number.");
    }
}
