package id.pintu.standalone.demo;

import id.pintu.events.EventJsonCodec;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.ServerStartOptions;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.time.VirtualClock;
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
public final class DemoCliCommand implements Callable<Integer> {

    /** Without a team by decree in this demo: their reports fall back to the province, or from there to the desk. */
    private static final String NOT_CONNECTED = "D.65.03,D.91.06,D.93.01,D.94.04,D.95.02,D.96.03,P.96";

    private static final int MAX_PRINTED_COMPLAINTS = 400;
    private static final int FEEDS_SHOWN = 12;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration MAX_SETTLING = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerStartOptions options = new ServerStartOptions();

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

    private volatile long lastRoutingNanos = System.nanoTime();
    private List<Double> latencies = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<DemoReport> reports = reports();
        PrintWriter out = spec.commandLine().getOut();
        double speed = options.speed("1d=2s");
        VirtualClock clock = new VirtualClock(Instant.now(), speed);
        Path data = options.dataOr(Files.createTempDirectory("pintu-demo"));
        try (MailCatcherServer mailboxes =
                        MailCatcherServer.start(options.ports().mail());
                AllInOneServer server =
                        options.start(data, clock, Map.of("pintu.routing.not-connected", NOT_CONNECTED), out)) {
            clock.restart();
            DemoReportSender sender = new DemoReportSender(options.ports().intake(), input == null);
            LedgerReconciliation reconciliation = run(server, sender, reports, clock, speed, out);
            printSummary(reconciliation, sender, mailboxes, out);
            if (!exit) {
                out.println("Still open; Ctrl-C ends it.");
                out.flush();
                new CountDownLatch(1).await();
            }
            return reconciliation.clean() ? 0 : 1;
        }
    }

    private List<DemoReport> reports() {
        if (input == null) {
            return DemoReport.sample();
        }
        if (!Files.isReadable(input)) {
            throw new CommandLineException("There is no readable file " + input + ".");
        }
        return DemoReport.file(input);
    }

    private LedgerReconciliation run(
            AllInOneServer server,
            DemoReportSender sender,
            List<DemoReport> reports,
            InstantSource clock,
            double speed,
            PrintWriter out) {
        int every = Math.max(1, reports.size() / MAX_PRINTED_COMPLAINTS);
        out.printf(
                "%d reports come in; a day takes %.1f s%s%n",
                reports.size(), 86_400 / speed, every == 1 ? "" : "; every " + every + "th complaint is told");
        out.flush();
        LedgerEventPrinter printer = new LedgerEventPrinter(out, every);
        List<ConsumerLoop> consumers = new ArrayList<>();
        try (DemoInstitutionSimulator simulator = new DemoInstitutionSimulator(
                new InstallationSecret(server.secret()),
                options.ports().intake(),
                options.ports().routing(),
                sender,
                speed)) {
            consumers.add(LedgerAndFeedReader.startConsumer("story", server.bootstrapServers(), false, record -> {
                printer.print(record);
                simulator.onHeldForDesk(record);
                noteRouting(record);
            }));
            consumers.add(LedgerAndFeedReader.startConsumer(
                    "feeds", server.bootstrapServers(), true, simulator::onAssignment));
            sendAll(sender, reports, out);
            Instant end = clock.instant().plus(Duration.ofDays(days));
            while (clock.instant().isBefore(end)) {
                UncheckedSleep.sleep(Duration.ofMillis(100));
            }
            latencies = simulator.feedLatencies();
        }
        awaitQuiet();
        consumers.forEach(ConsumerLoop::stop);
        return LedgerReconciliation.of(
                server.bootstrapServers(), sender.receipts().keySet());
    }

    private static void sendAll(DemoReportSender sender, List<DemoReport> reports, PrintWriter out) {
        long begun = System.nanoTime();
        sender.send(reports);
        double seconds = (System.nanoTime() - begun) / 1e9;
        int acknowledged = sender.receipts().size();
        out.printf(
                "--- %d reports acknowledged in %.1f s (%.0f/s over HTTP)%n",
                acknowledged, seconds, acknowledged / seconds);
        out.flush();
    }

    private void noteRouting(ConsumerRecord<byte[], byte[]> record) {
        var event = EventJsonCodec.read(record.value());
        if (event instanceof ComplaintRouted || event instanceof ComplaintHeldForDesk) {
            lastRoutingNanos = System.nanoTime();
        }
    }

    /** Clocks go on, but with nobody acting no complaint finds a new place: then the accounts can be made. */
    private void awaitQuiet() {
        long deadline = System.nanoTime() + MAX_SETTLING.toNanos();
        lastRoutingNanos = System.nanoTime();
        while (System.nanoTime() - lastRoutingNanos < QUIET.toNanos() && System.nanoTime() < deadline) {
            UncheckedSleep.sleep(Duration.ofMillis(100));
        }
    }

    private void printSummary(
            LedgerReconciliation reconciliation,
            DemoReportSender sender,
            MailCatcherServer mailboxes,
            PrintWriter out) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("reports acknowledged", sender.receipts().size());
        rows.put("reports refused", sender.refused());
        rows.put("assignments", reconciliation.assignments());
        reconciliation.rules().forEach((rule, times) -> rows.put("  decided by " + rule, times));
        reconciliation.feeds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(FEEDS_SHOWN)
                .forEach(feed -> rows.put("  records in " + feed.getKey(), feed.getValue()));
        rows.put("mails in the mailboxes", mailboxes.received());
        rows.put("ms from sending to the institution's feed, p50", percentile(50));
        rows.put("ms from sending to the institution's feed, p99", percentile(99));
        rows.put(
                "MB of heap in use",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        reconciliation.figures().forEach(rows::put);
        out.println();
        rows.forEach((name, value) -> out.printf("%-48s %8s%n", name, value));
        out.println();
        out.println(reconciliation.summaryLine());
        out.flush();
    }

    private Object percentile(int percent) {
        return latencies.isEmpty() ? "-" : Math.round(latencies.get((latencies.size() - 1) * percent / 100));
    }
}
