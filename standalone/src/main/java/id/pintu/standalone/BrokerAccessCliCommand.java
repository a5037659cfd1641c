package id.pintu.standalone;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.brokeraccess.BrokerAccessAdministrator;
import id.pintu.standalone.brokeraccess.BrokerAccessPolicy;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.brokeraccess.InstitutionLoginReader;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu broker-access}: makes the users and the access control lists of a Kafka cluster. */
@Command(
        name = "broker-access",
        description = "Give the services and the institutions their users and rights on a Kafka cluster. "
                + "The all-in-one does this by itself. Needs the secrets of the installation in the environment, as the services do, and a "
                + "cluster with an authorizer and SASL/SCRAM-SHA-512.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:the cluster refused; the reason is on standard error", "2:an option or the secret is wrong"})
final class BrokerAccessCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Address of the cluster.")
    private String bootstrapServers = "";

    @Option(
            names = "--command-config",
            required = true,
            paramLabel = "FILE",
            description = "Client properties of a user who may alter the cluster, as of Kafka's own tools.")
    private Path commandConfig = Path.of("");

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Write <service>.properties for each service, to be imported by SPRING_CONFIG_IMPORT.")
    private Optional<Path> write = Optional.empty();

    @Option(
            names = "--follow",
            description = "Keep running, and make the user of each institution when its key is shown or renewed.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InstallationSecrets secrets = ClusterConnection.secrets();
        InstallationSecret secret = secrets.current(SecretPurpose.BROKER_LOGINS);
        Map<String, String> connection = ClusterConnection.of(bootstrapServers, Optional.of(commandConfig));
        try {
            KafkaClients clients = new KafkaClients(connection);
            try (BrokerAccessAdministrator administrator = new BrokerAccessAdministrator(clients)) {
                administrator.applyServices(secret);
            }
            print("users and rights of " + String.join(", ", BrokerAccessPolicy.SERVICES) + " are in place");
            if (write.isPresent()) {
                writeProperties(secret, write.get(), connection);
            }
            if (follow) {
                InstitutionLoginReader reader = InstitutionLoginReader.start(clients, secrets);
                Runtime.getRuntime().addShutdownHook(new Thread(reader::close));
                print("following the institutions' keys; stop with Ctrl-C");
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (KafkaException | CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            spec.commandLine().getErr().println(bootstrapServers + ": " + cause.getMessage());
            return 1;
        }
    }

    private void writeProperties(InstallationSecret secret, Path directory, Map<String, String> connection)
            throws IOException {
        Files.createDirectories(directory);
        for (String service : BrokerAccessPolicy.SERVICES) {
            Map<String, String> properties =
                    BrokerLogin.service(service, secret).withTlsAsIn(connection).springProperties();
            Path file = directory.resolve(service + ".properties");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            List<String> lines = properties.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toList();
            Files.write(file, lines);
            print("wrote " + file);
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
