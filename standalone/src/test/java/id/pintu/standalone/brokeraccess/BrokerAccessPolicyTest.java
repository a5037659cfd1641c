package id.pintu.standalone.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class BrokerAccessPolicyTest {

    @Test
    void theDocumentHasTheTableOfTopics() throws IOException {
        String table = BrokerAccessPolicy.topics().stream()
                .map(topic -> "| `%s` | %s | %s |"
                        .formatted(
                                topic.pattern() == PatternType.PREFIXED ? topic.name() + "<code>" : topic.name(),
                                names(topic.readers()),
                                names(topic.writers())))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/security.md"))).contains(table);
    }

    @Test
    void anInstitutionReadsItsFeedAndWritesItsActionsAndNothingElse() {
        assertThat(BrokerAccessPolicy.ofInstitution("D.33.74"))
                .filteredOn(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
                .allSatisfy(
                        binding -> assertThat(binding.pattern().patternType()).isEqualTo(PatternType.LITERAL))
                .extracting(binding ->
                        binding.entry().operation() + " " + binding.pattern().name())
                .containsExactly("READ agency.D.33.74", "WRITE agency-actions.D.33.74");
        assertThat(BrokerAccessPolicy.ofInstitution("D.33.74"))
                .filteredOn(binding -> binding.pattern().resourceType() != ResourceType.TOPIC)
                .allSatisfy(binding -> assertThat(binding.entry().operation()).isEqualTo(AclOperation.READ));
    }

    @Test
    void aLoginDoesNotShowItsPassword() {
        assertThat(BrokerLogin.institution("D.33.74", "0123456789").toString()).doesNotContain("0123456789");
    }

    @Test
    void aServiceUsesTlsWhereTheAdministratorDoes() {
        BrokerLogin login = BrokerLogin.institution("D.33.74", "0123456789");
        assertThat(login.withTlsAsIn(Map.of()).protocol()).isEqualTo("SASL_PLAINTEXT");
        Map.of(
                        "SSL",
                        "SASL_SSL",
                        "SASL_SSL",
                        "SASL_SSL",
                        "PLAINTEXT",
                        "SASL_PLAINTEXT",
                        "SASL_PLAINTEXT",
                        "SASL_PLAINTEXT")
                .forEach((of, expected) -> assertThat(login.withTlsAsIn(Map.of("security.protocol", of))
                                .protocol())
                        .isEqualTo(expected));
    }

    private static String names(Set<String> services) {
        if (services.isEmpty()) {
            return "its institution";
        }
        return services.containsAll(BrokerAccessPolicy.SERVICES)
                ? "every service"
                : String.join(", ", new TreeSet<>(services));
    }
}
