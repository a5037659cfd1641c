package id.pintu.standalone.demo;

import id.pintu.events.EventJson;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.house.keys.Secret;
import id.pintu.house.reading.Follower;
import id.pintu.house.time.VirtualClock;
import id.pintu.standalone.HouseOptions;
import id.pintu.standalone.Refusal;
import id.pintu.standalone.Standalone;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pintu demo}: opens the house, lets a few weeks of reports pass through it, and accounts for every one. */
@Command(
        name = "demo",
        description = "Open the house and watch a few weeks of reports pass through it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was lost or doubled",
            "1:something was lost or doubled, or a part could not start",
            "2:a port or the data directory is in use, or an option is wrong"
        })
public final class Demo implements Callable<Integer> {

    /** Without a team by decree in this demo: their reports fall back to the province, or from there to the desk. */
    private static final String NOT_CONNECTED = "D.65.03,D.91.06,D.93.01,D.94.04,D.95.02,D.96.03,P.96";

    private static final int STORIES = 400;
    private static final int FULLEST = 12;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HouseOptions options = new HouseOptions();

    @Option(
            names = "--input",
            paramLabel = "FILE.csv",
            description = "Reports with the columns id,title,text,institution_code,region_code; the last two are not"
                    + " shown to routing (default: Pintu's own invented sample).")
    private @Nullable Path input;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "16",
            description = "Virtual days to watch after the last report (default: ${DEFAULT-VALUE}).")
    private int days = 16;

    @Option(names = "--exit", description = "End after the accounts instead of staying open.")
    private boolean exit;

    private volatile long lastPlacing = System.nanoTime();
    private List<Double> waits = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<DemoReport> reports = reports();
        PrintWriter out = spec.commandLine().getOut();
        double speed = options.speed("1d=2s");
        VirtualClock clock = new VirtualClock(Instant.now(), speed);
        Path data = options.dataOr(Files.createTempDirectory("pintu-demo"));
        try (MailCatcher mailboxes = MailCatcher.start(options.ports().mail());
                Standalone house =
                        options.open(data, clock, Map.of("pintu.routing.not-connected", NOT_CONNECTED), out)) {
            clock.restart();
            Doors doors = new Doors(options.ports().intake(), input == null);
            Reconciliation accounts = watch(house, doors, reports, clock, speed, out);
            print(accounts, doors, mailboxes, out);
            if (!exit) {
                out.println("Still open; Ctrl-C ends it.");
                out.flush();
                new CountDownLatch(1).await();
            }
            return accounts.clean() ? 0 : 1;
        }
    }

    private List<DemoReport> reports() {
        if (input == null) {
            return DemoReport.sample();
        }
        if (!Files.isReadable(input)) {
            throw new Refusal("There is no readable file " + input + ".");
        }
        return DemoReport.file(input);
    }

    private Reconciliation watch(
            Standalone house,
            Doors doors,
            List<DemoReport> reports,
            InstantSource clock,
            double speed,
            PrintWriter out) {
        int every = Math.max(1, reports.size() / STORIES);
        out.printf(
                "%d reports come in; a day takes %.1f s%s%n",
                reports.size(), 86_400 / speed, every == 1 ? "" : "; every " + every + "th complaint is told");
        out.flush();
        Story story = new Story(out, every);
        List<Follower> listeners = new ArrayList<>();
        try (Actors actors = new Actors(
                new Secret(house.secret()),
                options.ports().intake(),
                options.ports().routing(),
                doors,
                speed)) {
            listeners.add(LedgerReader.follow("story", house.bootstrapServers(), false, record -> {
                story.hear(record);
                actors.findHeld(record);
                notePlacing(record);
            }));
            listeners.add(LedgerReader.follow("feeds", house.bootstrapServers(), true, actors::findAssignment));
            sendAll(doors, reports, out);
            Instant end = clock.instant().plus(Duration.ofDays(days));
            while (clock.instant().isBefore(end)) {
                Pause.of(Duration.ofMillis(100));
            }
            waits = actors.waits();
        }
        settle();
        listeners.forEach(Follower::stop);
        return Reconciliation.of(house.bootstrapServers(), doors.receipts().keySet());
    }

    private static void sendAll(Doors doors, List<DemoReport> reports, PrintWriter out) {
        long begun = System.nanoTime();
        doors.send(reports);
        double seconds = (System.nanoTime() - begun) / 1e9;
        int acknowledged = doors.receipts().size();
        out.printf(
                "--- %d reports acknowledged in %.1f s (%.0f/s over HTTP)%n",
                acknowledged, seconds, acknowledged / seconds);
        out.flush();
    }

    private void notePlacing(ConsumerRecord<byte[], byte[]> record) {
        var event = EventJson.read(record.value());
        if (event instanceof ComplaintRouted || event instanceof ComplaintHeldForDesk) {
            lastPlacing = System.nanoTime();
        }
    }

    /** Clocks go on, but with nobody acting no complaint finds a new place: then the accounts can be made. */
    private void settle() {
        long patience = System.nanoTime() + LONGEST_SETTLING.toNanos();
        lastPlacing = System.nanoTime();
        while (System.nanoTime() - lastPlacing < QUIET.toNanos() && System.nanoTime() < patience) {
            Pause.of(Duration.ofMillis(100));
        }
    }

    private void print(Reconciliation accounts, Doors doors, MailCatcher mailboxes, PrintWriter out) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("reports acknowledged", doors.receipts().size());
        rows.put("reports refused", doors.refused());
        rows.put("assignments", accounts.assignments());
        accounts.rules().forEach((rule, times) -> rows.put("  decided by " + rule, times));
        accounts.feeds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(FULLEST)
                .forEach(feed -> rows.put("  records in " + feed.getKey(), feed.getValue()));
        rows.put("mails in the mailboxes", mailboxes.received());
        rows.put("ms from sending to the institution's feed, p50", percentile(50));
        rows.put("ms from sending to the institution's feed, p99", percentile(99));
        rows.put(
                "MB of heap in use",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        accounts.figures().forEach(rows::put);
        out.println();
        rows.forEach((name, value) -> out.printf("%-48s %8s%n", name, value));
        out.println();
        out.println(accounts.line());
        out.flush();
    }

    private Object percentile(int percent) {
        return waits.isEmpty() ? "-" : Math.round(waits.get((waits.size() - 1) * percent / 100));
    }
}
