package id.pintu.standalone;

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
        description = "Print the key of an institution, or of the national desk (DESK). A key is shown once.",
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

    @Override
    public Integer call() throws InterruptedException {
        HttpResponse<String> response = requestKey();
        if (response.statusCode() == 200) {
            spec.commandLine()
                    .getOut()
                    .println(JSON.readTree(response.body()).path("key").asString());
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(ProblemResponse.parse(response.statusCode(), response.body())
                        .detail());
        return 1;
    }

    private HttpResponse<String> requestKey() throws InterruptedException {
        HttpRequest request = server.routingRequest("/v1/keys/" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("renew", renew))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return server.send(http, request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
