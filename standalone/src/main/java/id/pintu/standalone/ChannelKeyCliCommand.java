package id.pintu.standalone;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code pintu channel-key}: issues, lists and revokes the keys of channels such as an SMS gateway. */
@Command(
        name = "channel-key",
        description = {
            "Issue the key of a channel such as an SMS gateway, and print it. It is shown once.",
            "Without NAME: list all keys, with their channels."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:refused; the reason is on standard error", "2:Pintu is not running, or an option is wrong"})
final class ChannelKeyCliCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/v1/channel-keys";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of the credential, such as telkomsel.")
    private @Nullable String name;

    @Mixin
    private RunningServerClient server = new RunningServerClient();

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description =
                    "A channel it may submit reports through: sms, app, whatsapp, email, partner, …; can be repeated.")
    private List<String> channels = List.of();

    @Option(names = "--verifies-contacts", description = "Its holder verifies e-mail addresses of reporters itself.")
    private boolean verifiesContacts;

    @Option(names = "--per-minute", paramLabel = "N", description = "Quota of requests in a minute.")
    private @Nullable Integer perMinute;

    @Option(names = "--renew", description = "Replace a key that is in use.")
    private boolean renew;

    @Option(names = "--revoke", description = "Revoke the key.")
    private boolean revoke;

    @Override
    public Integer call() throws InterruptedException {
        HttpResponse<String> response;
        try (HttpClient http = HttpClient.newHttpClient()) {
            response = server.send(http, request(), HttpResponse.BodyHandlers.ofString());
        }
        if (response.statusCode() / 100 != 2) {
            spec.commandLine()
                    .getErr()
                    .println(ProblemResponse.parse(response.statusCode(), response.body())
                            .detail());
            return 1;
        }
        if (name == null) {
            JSON.readTree(response.body()).forEach(this::print);
        } else if (!revoke) {
            spec.commandLine()
                    .getOut()
                    .println(JSON.readTree(response.body()).path("key").asString());
        }
        return 0;
    }

    private HttpRequest request() {
        if (name == null) {
            return request("").GET().build();
        }
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new CommandLineException("NAME has lower-case letters, digits and hyphens");
        }
        return revoke
                ? request("/" + name).DELETE().build()
                : request("/" + name)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(form())))
                        .build();
    }

    private HttpRequest.Builder request(String path) {
        return server.intakeRequest(PATH + path).timeout(Duration.ofSeconds(30));
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("channels", channels);
        form.put("verifiesContacts", verifiesContacts);
        if (perMinute != null) {
            form.put("requestsPerMinute", perMinute);
        }
        form.put("renew", renew);
        return form;
    }

    private void print(JsonNode key) {
        List<String> its =
                key.path("channels").valueStream().map(JsonNode::asString).toList();
        String state = key.path("revoked").asBoolean() ? "revoked" : "in use";
        spec.commandLine()
                .getOut()
                .printf("%-30s %-8s %s%n", key.path("name").asString(), state, String.join(" ", its));
    }
}
