package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.TopicNames;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** System test of {@code pintu broker-access} on a broker that was set up with another secret. */
class BrokerAccessCommandTest {

    private static final InstallationSecret FORMER = new InstallationSecret("the former secret, long enough to be one");
    private static final String SECRET = "a secret of this test, long enough to be one";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void theServicesGetTheLoginsOfTheSecretAndTheirFiles() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, FORMER)) {
            broker.createTopics(new NewTopic(TopicNames.COMPLAINTS, 1, (short) 1));
            Path administrator = directory.resolve("administrator.properties");
            Files.write(administrator, lines(BrokerLogin.operator(FORMER).properties()));

            String output = run(
                    "--bootstrap-servers", broker.bootstrapServers(),
                    "--command-config", administrator.toString(),
                    "--write", directory.resolve("services").toString());

            assertThat(output).contains("users and rights of account, intake, routing, sla, notification, portal");
            BrokerLogin portal = BrokerLogin.service("portal", new InstallationSecret(SECRET));
            assertThat(canDescribe(portal, broker)).isTrue();
            Path file = directory.resolve("services").resolve("portal.properties");
            assertThat(Files.readAllLines(file)).containsExactlyElementsOf(lines(portal.springProperties()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(output).doesNotContain(portal.password());
            assertThatThrownBy(() -> canDescribe(BrokerLogin.service("portal", FORMER), broker))
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void aWrongPasswordIsSaidInOneLine() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, FORMER)) {
            Path administrator = directory.resolve("administrator.properties");
            Files.write(
                    administrator,
                    lines(BrokerLogin.operator(new InstallationSecret(SECRET)).properties()));

            assertThat(run(
                            "--bootstrap-servers", broker.bootstrapServers(),
                            "--command-config", administrator.toString()))
                    .contains(broker.bootstrapServers() + ": Authentication failed")
                    .doesNotContain("\tat ");
        }
    }

    private String run(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("broker-access"));
        arguments.addAll(List.of(options));
        JavaProcess command = JavaProcess.ofClass(
                "id.pintu.standalone.PintuCli",
                directory,
                Map.of("PINTU_SECRET", SECRET),
                arguments.toArray(String[]::new));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !command.isAlive());
        return command.output();
    }

    private static boolean canDescribe(BrokerLogin login, EmbeddedBroker broker) throws Exception {
        try (Admin admin = login.clients(broker.bootstrapServers()).admin()) {
            return !admin.describeTopics(List.of(TopicNames.COMPLAINTS))
                    .allTopicNames()
                    .get()
                    .isEmpty();
        }
    }

    private static List<String> lines(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.toList());
    }
}
