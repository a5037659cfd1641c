package id.pintu.standalone;

import id.pintu.events.TopicNames;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.support.keys.StoredInstitutionKey;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code pintu key}: prints an institution's API key; needs read access to the server's secret. */
@Command(
        name = "key",
        description =
                "Print the key of an institution, or of the national desk (DESK). A key is shown once. How to read the"
                        + " institution's feed from the broker is printed on standard error.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:refused; the reason is on standard error", "2:Pintu is not running, or an option is wrong"})
final class InstitutionKeyCliCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CODE", description = "Code of the institution, such as D.33.74.")
    private String code = "";

    @Mixin
    private RunningServerClient server = new RunningServerClient();

    @Option(names = "--renew", description = "Create a new key and revoke the old one.")
    private boolean renew;

    @Option(names = "--revoke", description = "Revoke the key, also at the broker, and issue none.")
    private boolean revoke;

    @Override
    public Integer call() throws InterruptedException {
        if (renew && revoke) {
            throw new CommandLineException("--renew and --revoke exclude each other.");
        }
        HttpResponse<String> response = revoke ? send(keyRequest().DELETE()) : requestKey();
        if (response.statusCode() == 204) {
            return 0;
        }
        if (response.statusCode() == 200) {
            String key = JSON.readTree(response.body()).path("key").asString();
            spec.commandLine().getOut().println(key);
            if (!code.equals(StoredInstitutionKey.DESK)) {
                printClientProperties(BrokerLogin.institution(code, key));
            }
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(ProblemResponse.parse(response.statusCode(), response.body())
                        .detail());
        return 1;
    }

    /** On standard error, so that standard output is the key alone. */
    private void printClientProperties(BrokerLogin login) {
        PrintWriter err = spec.commandLine().getErr();
        String broker = server.bootstrapServers();
        err.printf("%nTo read its feed, in a moment, with Kafka's own tools and clients: client.properties%n%n");
        err.printf("bootstrap.servers=%s%nisolation.level=read_committed%ngroup.id=%s%n", broker, code);
        login.properties().forEach((name, value) -> err.printf("%s=%s%n", name, value));
        err.printf(
                "%nWith kcat (of librdkafka 2.6.1 or later): kcat.conf, and kcat -F kcat.conf -C -t %s -o beginning%n%n",
                TopicNames.agencyFeed(code));
        err.printf(
                "bootstrap.servers=%s%nisolation.level=read_committed%nsecurity.protocol=%s%n",
                broker, login.protocol());
        err.printf(
                "sasl.mechanism=%s%nsasl.username=%s%nsasl.password=%s%n",
                login.mechanism().kafkaName(), login.user(), login.password());
        err.printf(
                "%nTo act on a complaint: kcat -F kcat.conf -P -t %s with a line such as%n%n",
                TopicNames.agencyActions(code));
        err.printf("%s%n", """
                {"specversion": "1.0", "id": "a-1", "source": "/our-system", "type": "id.pintu.action.verify", "subject": "NUMBER"}""");
        err.printf("%nLet nobody else read these files.%n");
    }

    private HttpResponse<String> requestKey() throws InterruptedException {
        return send(keyRequest()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("renew", renew)))));
    }

    private HttpRequest.Builder keyRequest() {
        return server.routingRequest("/v1/keys/" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return server.send(http, request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
