package id.pintu.standalone.whatif;

import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.ProblemResponse;
import id.pintu.standalone.ProgressReporter;
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

/** Command {@code pintu whatif}: has routing-service replay the ledger with a draft rule book and prints the changes. */
@Command(
        name = "whatif",
        description = "Try a draft rule book on past complaints. Nothing is changed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:the draft is invalid; line and reason are on standard error",
            "2:Pintu is not running, the file cannot be read, or an option is wrong"
        })
public final class WhatIfCliCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RULES", description = "The draft rule book, a CSV file.")
    private Path rules = Path.of("rules.csv");

    @Option(
            names = "--last",
            paramLabel = "30d",
            description = "Only complaints of the last days or hours (default: all).")
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
        try (ProgressReporter progress = ProgressReporter.open("ledger", total -> Math.max(1, total / 10), err)) {
            while (lines.hasNext()) {
                JsonNode line = JSON.readTree(lines.next());
                if (line.has("read")) {
                    progress.update(line.path("read").asLong(), line.path("of").asLong());
                } else {
                    comparison = Optional.of(line);
                }
            }
        }
        JsonNode found = comparison.orElseThrow(
                () -> new CommandLineException("Routing stopped before the end of the comparison; see its log."));
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found));
        } else {
            new WhatIfComparisonTable(found).print(out);
        }
        return 0;
    }

    private static int printProblem(String body, int status, PrintWriter err) {
        ProblemResponse problem = ProblemResponse.parse(status, body);
        if (problem.fieldErrors().isEmpty()) {
            err.println(problem.detail());
        }
        problem.fieldErrors()
                .forEach(error -> err.println(error.path("field").asString("") + ": "
                        + error.path("message").asString("")));
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
