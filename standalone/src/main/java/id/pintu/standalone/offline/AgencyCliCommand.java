package id.pintu.standalone.offline;

import id.pintu.routing.feeds.FeedBundle;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.ProblemResponse;
import id.pintu.standalone.offline.OfflineAction.ActionOutcome;
import id.pintu.standalone.offline.OfflineAttachments.OfflineAttachment;
import id.pintu.standalone.offline.OfflineFolder.OfflineState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command {@code pintu agency}: pulls the complaints of an institution into a folder, works on them without a network, and
 * pushes what was done, days later if need be. Runs against any server; it needs the institution's key, and no other right.
 */
@Command(
        name = "agency",
        description = "Work on an institution's complaints in a place without a network.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The key is read from the environment variable PINTU_AGENCY_KEY, or from the file of --key-file.",
            "An act on a complaint that meanwhile is elsewhere, or was answered, is refused and told by push; all others are",
            "carried out in the order they were done. Pushing twice does nothing twice."
        })
public final class AgencyCliCommand {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int EXCERPT = 70;

    /** Fields of the acts that can be done offline, which their text goes into. */
    private static final Map<String, String> TEXT_FIELDS = Map.of(
            "resolve", "answer", "ask", "question", "follow-up", "text", "return", "reason", "assign-unit", "unit");

    private static final String VERIFY = "verify";

    /** Sorts after every time. */
    private static final String NO_DEADLINE = "~";

    private final HttpClient http = HttpClient.newHttpClient();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--folder",
            defaultValue = "agency",
            description = "Folder of the offline work. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("agency");

    @Option(names = "--key-file", description = "File with the institution's key.")
    private @Nullable Path keyFile;

    /** Pulls what is new, from the server or from a file that somebody brought. */
    @Command(
            name = "pull",
            description = "Fetch what is new into the folder, from the server or from a bundle file.",
            mixinStandardHelpOptions = true)
    int pull(
            @Option(names = "--institution", description = "Code of the institution; needed the first time.") @Nullable
                    String institution,
            @Option(
                            names = "--server",
                            description = "Address of routing-service; kept for the next time. Default the first time:"
                                    + " http://localhost:8082.")
                    @Nullable
                    String server,
            @Option(names = "--bundle", description = "File with a bundle, instead of the server.") @Nullable Path file)
            throws IOException, InterruptedException {
        OfflineFolder work = new OfflineFolder(folder);
        Optional<OfflineState> known = work.findState();
        String address = Optional.ofNullable(server)
                .or(() -> known.map(OfflineState::server))
                .orElse("http://localhost:8082");
        int fresh = 0;
        if (file != null) {
            try (InputStream content = Files.newInputStream(file)) {
                fresh = work.add(read(content), address);
            }
        } else {
            String code = known.map(OfflineState::institution)
                    .or(() -> Optional.ofNullable(institution))
                    .orElseThrow(() -> new CommandLineException("--institution is needed the first time."));
            boolean more = true;
            while (more) {
                String cursor = work.findState().map(OfflineState::cursor).orElse("0");
                FeedBundle bundle = fetch(address, code, cursor);
                fresh += work.add(bundle, address);
                more = bundle.header().more();
            }
            fetchAttachments(work, address, code);
        }
        out().println(fresh + " new records");
        return 0;
    }

    /** One that cannot be fetched is tried again by the next pull. */
    private void fetchAttachments(OfflineFolder work, String server, String code)
            throws IOException, InterruptedException {
        for (OfflineAttachment attachment :
                new OfflineAttachments(folder).missing(work.complaints()).toList()) {
            Files.createDirectories(attachment.file().getParent());
            Path incomplete = attachment.file().resolveSibling(attachment.file().getFileName() + ".new");
            HttpResponse<Path> response = send(
                    request(server + "/v1/agencies/" + code + "/complaints/" + attachment.complaint() + "/attachments/"
                                    + attachment.number())
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(incomplete));
            if (response.statusCode() == 200) {
                Files.move(incomplete, attachment.file(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(incomplete);
                out().printf(
                                "attachment %d of %s was not fetched: HTTP %d%n",
                                attachment.number(), attachment.complaint(), response.statusCode());
            }
        }
    }

    private FeedBundle fetch(String server, String code, String cursor) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(
                request(server + "/v1/agencies/" + code + "/bundle?after=" + cursor)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new CommandLineException(
                    ProblemResponse.parse(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8))
                            .detail());
        }
        return read(new ByteArrayInputStream(response.body()));
    }

    private FeedBundle read(InputStream content) throws IOException {
        try {
            return FeedBundle.read(content, key());
        } catch (FeedBundle.InvalidBundleException e) {
            throw new CommandLineException(String.valueOf(e.getMessage()));
        }
    }

    /** Lists the complaints, those that wait for the institution first due first. */
    @Command(
            name = "list",
            description = "List the complaints that wait for the institution, the first due first.",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--all", description = "Also those that do not wait.") boolean all) {
        OfflineFolder work = new OfflineFolder(folder);
        work.state();
        Map<String, Long> waiting = new LinkedHashMap<>();
        work.actions().stream()
                .filter(action -> action.outcome().isEmpty())
                .forEach(action -> waiting.merge(action.complaint(), 1L, Long::sum));
        List<Map.Entry<String, OfflineComplaint>> shown = work.complaints().entrySet().stream()
                .filter(each -> all || each.getValue().open())
                .sorted((one, other) -> dueOf(one).compareTo(dueOf(other)))
                .toList();
        shown.forEach(each -> out().printf(
                        "%-12s  %-20s  %s%s%n",
                        each.getKey(),
                        dueOf(each).equals(NO_DEADLINE) ? "-" : dueOf(each),
                        excerpt(each.getValue().text()),
                        waiting.containsKey(each.getKey()) ? "  [" + waiting.get(each.getKey()) + " to push]" : ""));
        if (shown.isEmpty()) {
            out().println("Nothing waits.");
        }
        return 0;
    }

    private static String dueOf(Map.Entry<String, OfflineComplaint> each) {
        return each.getValue().due().orElse(NO_DEADLINE);
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** Shows a complaint with its history, and what is still to be pushed. */
    @Command(name = "show", description = "Show a complaint with its history.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NUMBER", description = "Tracking number.") String number) {
        OfflineFolder work = new OfflineFolder(folder);
        work.state();
        OfflineComplaint complaint = required(work, number);
        out().println(complaint.text());
        complaint.due().ifPresent(due -> out().println("due: " + due));
        new OfflineAttachments(folder)
                .of(number, complaint)
                .forEach(each -> out().println(
                                "attachment: " + each.file() + (Files.exists(each.file()) ? "" : " (not fetched)")));
        complaint.history().forEach(out()::println);
        work.actions().stream()
                .filter(action -> action.complaint().equals(number))
                .forEach(action -> out().printf(
                                "%s  %s  %s%n",
                                action.at(),
                                action.name(),
                                action.outcome()
                                        .map(outcome -> outcome.done() ? "pushed" : "refused: " + outcome.detail())
                                        .orElse("to be pushed")));
        return 0;
    }

    private static OfflineComplaint required(OfflineFolder work, String number) {
        OfflineComplaint complaint = work.complaints().get(number);
        if (complaint == null) {
            throw new CommandLineException("There is no complaint " + number + " in the folder.");
        }
        return complaint;
    }

    /** Notes an act, to be pushed when there is a network. */
    @Command(
            name = "answer",
            description = "Answer a complaint, or do another act, to be pushed later.",
            mixinStandardHelpOptions = true)
    int answer(
            @Parameters(paramLabel = "NUMBER", description = "Tracking number.") String number,
            @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What to say; for assign-unit the unit.")
                    @Nullable
                    String text,
            @Option(
                            names = "--act",
                            defaultValue = "resolve",
                            description = "resolve, verify, ask, follow-up, return or assign-unit. Default:"
                                    + " ${DEFAULT-VALUE}.")
                    String act,
            @Option(names = "--suggested", description = "With return: code of the institution that is responsible.")
                    @Nullable
                    String suggested) {
        OfflineFolder work = new OfflineFolder(folder);
        work.state();
        required(work, number);
        Map<String, String> body = new LinkedHashMap<>();
        String field = TEXT_FIELDS.get(act);
        if (field == null && !act.equals(VERIFY)) {
            throw new CommandLineException("--act: there is no act " + act + " offline.");
        }
        if (field != null) {
            if (text == null || text.isBlank()) {
                throw new CommandLineException("TEXT is needed: the " + field + ".");
            }
            body.put(field, text);
        }
        if (suggested != null) {
            body.put("suggested", suggested);
        }
        work.note(new OfflineAction(UUID.randomUUID(), number, act, body, Instant.now(), Optional.empty()));
        return 0;
    }

    /** Pushes what was done. */
    @Command(
            name = "push",
            description = "Carry out what was done offline, in the order it was done.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:all acts were carried out", "1:some were refused; each is printed", "2:no connection"})
    int push() throws InterruptedException {
        OfflineFolder work = new OfflineFolder(folder);
        OfflineState state = work.state();
        int done = 0;
        int refused = 0;
        for (OfflineAction action : work.actions()) {
            if (action.outcome().isPresent()) {
                continue;
            }
            ActionOutcome outcome = push(state, action);
            work.note(action.with(outcome));
            if (outcome.done()) {
                done++;
            } else {
                refused++;
                out().printf("%s  %s  refused: %s%n", action.complaint(), action.name(), outcome.detail());
            }
        }
        out().println(done + " carried out, " + refused + " refused");
        return refused == 0 ? 0 : 1;
    }

    private ActionOutcome push(OfflineState state, OfflineAction action) throws InterruptedException {
        HttpRequest request = request(state.server() + "/v1/agencies/" + state.institution() + "/complaints/"
                        + action.complaint() + "/" + action.name())
                .header("Idempotency-Key", action.id().toString())
                .header("Content-Type", "application/json")
                .POST(
                        action.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(action.body())))
                .build();
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new ActionOutcome(true, "");
        }
        String detail = ProblemResponse.parse(status, response.body()).detail();
        if (status >= 500 || status == 429 || status == 401 || status == 403) {
            throw new CommandLineException("The server does not take acts now: " + detail + " Push again later.");
        }
        return new ActionOutcome(false, detail);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).header("Authorization", "Bearer " + key());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws InterruptedException {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new CommandLineException(
                    "There is no connection to " + request.uri().getAuthority() + ".");
        }
    }

    private String key() {
        try {
            String key = keyFile == null
                    ? Optional.ofNullable(System.getenv("PINTU_AGENCY_KEY")).orElse("")
                    : Files.readString(keyFile);
            if (!key.isBlank()) {
                return key.strip();
            }
        } catch (IOException e) {
            throw new CommandLineException("The file of --key-file cannot be read.");
        }
        throw new CommandLineException("The institution's key is needed: PINTU_AGENCY_KEY, or --key-file.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
