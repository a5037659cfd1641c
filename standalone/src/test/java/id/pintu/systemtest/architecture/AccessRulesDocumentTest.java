package id.pintu.systemtest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.support.access.AccessRule;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Test of the table "Who may do what" in docs/security.md, which is made from the access rules. */
class AccessRulesDocumentTest {

    private static final String HEADER = "| request | who may make it |\n|---|---|\n";

    @Test
    void theTableInTheDocumentIsThatOfTheRules() throws IOException {
        String wanted = HEADER
                + AccessRules.ALL.stream().map(AccessRulesDocumentTest::line).collect(Collectors.joining());

        assertThat(Files.readString(Path.of("../docs/security.md")))
                .as("docs/security.md is to have this table:\n%s", wanted)
                .contains("\n\n" + wanted + "\n");
    }

    private static String line(AccessRule rule) {
        return "| %s `%s` | %s |\n"
                .formatted(
                        rule.methods().stream().sorted().map(HttpMethod::name).collect(Collectors.joining(", ")),
                        rule.path(),
                        who(rule));
    }

    private static String who(AccessRule rule) {
        return switch (rule.audience()) {
            case EVERYBODY -> "everybody";
            case OPEN_PAGE -> "everybody, at the page";
            case PAGE_SESSION -> "who is signed in at the page";
            case ANY_ACCOUNT -> "every account";
            case SMS_CHANNEL -> "channels with a key for SMS";
            case ROLES ->
                rule.roles().stream()
                        .map(AccessRulesDocumentTest::roleWithExtent)
                        .collect(Collectors.joining(", "));
        };
    }

    private static String roleWithExtent(AccountRole role) {
        return role.wireName()
                + switch (role) {
                    case NATIONAL_DESK, ARBITER, NATIONAL_OBSERVER, SYSTEM_OPERATOR -> "";
                    case LIAISON_OFFICER, INSTITUTION_ADMIN, INTEGRATOR -> " (own institution)";
                    case UNIT_OFFICER -> " (own unit)";
                    case PROVINCE_OVERSIGHT -> " (own province)";
                };
    }
}
