package id.pintu.standalone.whatif;

import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.RunningServerClient;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pintu whatif}: asks routing to try a draft on the ledger, and tells what it would change. */
@Command(
        name = "whatif",
        description = "Try a draft of the rule book on past complaints; nothing is changed by it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:the draft cannot be used; line and reason are on standard error",
            "2:Pintu is not running, the file cannot be read, or an option is wrong"
        })
public final class WhatIfCliCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RULES", description = "The draft: a rule book as CSV.")
    private Path rules = Path.of("rules.csv");

    @Option(
            names = "--last",
            paramLabel = "30d",
            description = "Only complaints of the last days or hours (default: all there are).")
    private @Nullable String last;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Mixin
    private RunningServerClient server = new RunningServerClient();

    @Override
    public Integer call() throws FileNotFoundException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = server.send(http, request(), HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                return response.statusCode() == 200
                        ? printComparison(lines.iterator(), out, err)
                        : printProblem(lines.reduce("", String::concat), response.statusCode(), err);
            }
        }
    }

    private int printComparison(Iterator<String> lines, PrintWriter out, PrintWriter err) {
        Optional<JsonNode> comparison = Optional.empty();
        try (WhatIfProgressReporter progress = WhatIfProgressReporter.on(err)) {
            while (lines.hasNext()) {
                JsonNode line = JSON.readTree(lines.next());
                if (line.has("read")) {
                    progress.reached(line.path("read").asLong(), line.path("of").asLong());
                } else {
                    comparison = Optional.of(line);
                }
            }
        }
        JsonNode found =
                comparison.orElseThrow(() -> new CommandLineException("Routing stopped in the middle; see its log."));
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found));
        } else {
            new WhatIfComparisonTable(found).print(out);
        }
        return 0;
    }

    private static int printProblem(String body, int status, PrintWriter err) {
        JsonNode problem = body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
        if (problem.path("errors").isEmpty()) {
            err.println(problem.path("detail").asString("The answer was HTTP " + status + "."));
        }
        problem.path("errors")
                .forEach(each -> err.println(each.path("field").asString("") + ": "
                        + each.path("message").asString("")));
        return 1;
    }

    private HttpRequest request() throws FileNotFoundException {
        if (!Files.isReadable(rules)) {
            throw new CommandLineException("There is no readable file " + rules + ".");
        }
        String query = last == null ? "" : "?last=" + URLEncoder.encode(last, StandardCharsets.UTF_8);
        return server.routingRequest("/v1/routing/what-if" + query)
                .timeout(Duration.ofHours(2))
                .header("Content-Type", "text/csv")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofFile(rules))
                .build();
    }
}
