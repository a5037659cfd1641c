package id.pintu.standalone;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code pintu dead-letters}: lists, shows and replays the records that no service could process. */
@Command(
        name = "dead-letters",
        description = "List, show or replay records that could not be processed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:refused; the reason is on standard error", "2:Pintu is not running, or an option is wrong"})
final class DeadLettersCliCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is done. */
    enum DeadLetterAction {
        list,
        show,
        replay
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ACTION", description = "One of: ${COMPLETION-CANDIDATES}.")
    private DeadLetterAction action = DeadLetterAction.list;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            arity = "0..1",
            description = "Id of the dead letter, to show or replay.")
    private String id = "";

    @Mixin
    private RunningServerClient server = new RunningServerClient();

    @Override
    public Integer call() throws InterruptedException {
        if (action != DeadLetterAction.list && id.isEmpty()) {
            throw new CommandLineException("Which one? The ids are in: pintu dead-letters list");
        }
        return switch (action) {
            case list -> list();
            case show -> atItsService("", HttpRequest.Builder::GET);
            case replay -> atItsService("/replay", request -> request.POST(HttpRequest.BodyPublishers.noBody()));
        };
    }

    /** Sends a request about the dead letter to the service that replays it. */
    private int atItsService(String suffix, UnaryOperator<HttpRequest.Builder> method) throws InterruptedException {
        String path = "/v1/dead-letters/" + encodedId();
        HttpResponse<String> found = get(path);
        if (found.statusCode() != 200) {
            return print(found);
        }
        String service = JSON.readTree(found.body())
                .path("deadLetter")
                .path("replayedBy")
                .asString();
        // A topic that no service replays: routing-service says so.
        String at = service.isEmpty() ? "routing" : service;
        return print(send(method.apply(server.serviceRequest(at, path + suffix).timeout(Duration.ofSeconds(30)))));
    }

    private int list() throws InterruptedException {
        String after = "-1";
        do {
            HttpResponse<String> response = get("/v1/dead-letters?limit=200&after=" + after);
            if (response.statusCode() != 200) {
                return print(response);
            }
            JsonNode page = JSON.readTree(response.body());
            page.path("deadLetters").forEach(this::printLine);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return 0;
    }

    private void printLine(JsonNode letter) {
        String services =
                letter.path("services").valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
        spec.commandLine()
                .getOut()
                .printf(
                        "%s  %s  %-12s %s  %s  %s%n",
                        letter.path("id").asString(""),
                        letter.path("at").asString(""),
                        letter.path("kind").asString(""),
                        services,
                        letter.path("complaint").asString("-"),
                        letter.path("reason").asString(""));
    }

    private int print(HttpResponse<String> response) {
        if (response.statusCode() < 300) {
            if (!response.body().isEmpty()) {
                spec.commandLine()
                        .getOut()
                        .println(JSON.readTree(response.body()).toPrettyString());
            }
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(ProblemResponse.parse(response.statusCode(), response.body())
                        .detail());
        return 1;
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return server.routingRequest(path).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return server.send(http, request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String encodedId() {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
