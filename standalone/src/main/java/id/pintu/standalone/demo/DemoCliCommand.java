package id.pintu.standalone.demo;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.LatencyHistogram;
import id.pintu.standalone.ReportSubmissionClient;
import id.pintu.standalone.ServerStartOptions;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Command {@code pintu demo}: starts the all-in-one server, sends reports, simulates institutions and the desk in
 * accelerated time, and reconciles the ledger with the agency feeds.
 */
@Command(
        name = "demo",
        description = "Start everything and process sample reports in accelerated time, with simulated institutions.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was lost or duplicated",
            "1:something was lost or duplicated, or a service could not start",
            "2:a port or the data directory is in use, or an option is wrong"
        })
public final class DemoCliCommand implements Callable<Integer> {

    /** Institutions not connected in this demo: their reports go to the province, or from there to the desk. */
    private static final String NOT_CONNECTED = "D.65.03,D.91.06,D.93.01,D.94.04,D.95.02,D.96.03,P.96";

    private static final int MAX_PRINTED_COMPLAINTS = 400;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration MAX_SETTLING = Duration.ofSeconds(60);
    private static final Duration MAX_OUTAGE = Duration.ofHours(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerStartOptions options = new ServerStartOptions();

    @Option(
            names = "--input",
            paramLabel = "FILE.csv",
            description = "Reports with the columns id,title,text,institution_code,region_code; the last two are labels"
                    + " and not sent to Pintu (default: an invented sample).")
    private @Nullable Path input;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "16",
            description = "Virtual days to run after the last report (default: ${DEFAULT-VALUE}).")
    private int days = 16;

    @Option(names = "--exit", description = "Exit after the summary instead of keeping the server running.")
    private boolean exit;

    private volatile long lastRoutingNanos = System.nanoTime();

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<DemoReport> reports = reports();
        PrintWriter out = spec.commandLine().getOut();
        DemoClock clock = new DemoClock(Instant.now(), speed());
        Path data = options.dataOr(Files.createTempDirectory("pintu-demo"));
        try (MailCatcherServer mailboxes =
                        MailCatcherServer.start(options.ports().mail());
                AllInOneServer server =
                        options.start(data, clock, Map.of("pintu.routing.not-connected", NOT_CONNECTED), out);
                ReportSubmissionClient intake = new ReportSubmissionClient(
                        options.ports().intake(),
                        BuiltInChannel.COMMAND_LINE.key(new InstallationSecret(server.secret())),
                        MAX_OUTAGE)) {
            clock.restart();
            DemoReportSender sender = new DemoReportSender(intake, input == null);
            LatencyHistogram feedLatencies = run(server, sender, reports, clock);
            LedgerReconciliation reconciliation =
                    LedgerReconciliation.of(server.clients(), sender.receipts().keySet());
            new DemoSummaryTable(reconciliation, sender, feedLatencies, mailboxes.received()).print(out);
            if (!exit) {
                clock.continueInRealTime();
                printOfficer(server, reconciliation, clock.instant(), out);
                out.println("Still running; stop with Ctrl-C.");
                out.flush();
                new CountDownLatch(1).await();
            }
            return reconciliation.clean() ? 0 : 1;
        }
    }

    /** Invites a liaison officer of the institution that got the most reports; some of them wait for an answer. */
    private void printOfficer(
            AllInOneServer server, LedgerReconciliation reconciliation, Instant now, PrintWriter out) {
        reconciliation.feeds().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(feed -> feed.getKey().substring(TopicNames.agencyFeed("").length()))
                .ifPresent(institution -> out.printf(
                        "An officer of %s chooses a password here, once, and signs in (petugas@demo.example):%n  %s%nThe inbox:%n  %s%n",
                        institution,
                        DemoOfficer.invite(server.clients(), options.ports(), institution, now),
                        options.ports().portal().replace("127.0.0.1", "localhost") + "/instansi/" + institution));
    }

    private double speed() {
        return options.speed("1d=2s");
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

    private LatencyHistogram run(
            AllInOneServer server, DemoReportSender sender, List<DemoReport> reports, DemoClock clock) {
        PrintWriter out = spec.commandLine().getOut();
        int every = Math.max(1, reports.size() / MAX_PRINTED_COMPLAINTS);
        out.printf(
                "sending %d reports; a day takes %.1f s%s%n",
                reports.size(), 86_400 / speed(), every == 1 ? "" : "; every " + every + "th complaint is printed");
        out.flush();
        LedgerEventPrinter printer = new LedgerEventPrinter(out, every);
        try (DemoInstitutionSimulator simulator = new DemoInstitutionSimulator(
                new InstallationSecret(server.secret()), options.ports(), sender, speed())) {
            KafkaClients broker = server.clients();
            ConsumerLoop ledger =
                    CommittedTopicReader.follow("ledger", broker, TopicNames.COMPLAINTS::equals, record -> {
                        printer.print(record);
                        simulator.onHeldForDesk(record);
                        noteRouting(record);
                    });
            ConsumerLoop feeds = CommittedTopicReader.follow(
                    "feeds", broker, LedgerReconciliation::isAgencyFeed, simulator::onAssignment);
            sendAll(sender, reports, out);
            awaitDays(clock);
            LatencyHistogram latencies = simulator.feedLatencies();
            simulator.stop();
            awaitQuiet();
            ledger.stop();
            feeds.stop();
            return latencies;
        }
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
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (event instanceof ComplaintRouted || event instanceof ComplaintHeldForDesk) {
            lastRoutingNanos = System.nanoTime();
        }
    }

    private void awaitDays(DemoClock clock) {
        Instant end = clock.instant().plus(Duration.ofDays(days));
        while (clock.instant().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Waits until routing is idle. SLA clocks still run, but with the simulator closed no complaint is reassigned. */
    private void awaitQuiet() {
        long deadline = System.nanoTime() + MAX_SETTLING.toNanos();
        lastRoutingNanos = System.nanoTime();
        while (System.nanoTime() - lastRoutingNanos < QUIET.toNanos() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
