package id.pintu.standalone.simulation;

import id.pintu.events.TopicNames;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.standalone.server.EmbeddedMongoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu simulate}: runs sla-service through a year in virtual time and audits every SLA event. */
@Command(
        name = "simulate",
        description = "Run sla-service through a year in virtual time, and check every deadline.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no event was early, duplicated or different from the reference model", "1:otherwise"})
public final class SimulateCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--year", defaultValue = "2026", description = "2023 to 2027 (default: ${DEFAULT-VALUE}).")
    private int year;

    @Option(
            names = "--complaints",
            defaultValue = "100000",
            description = "Number of complaints (default: ${DEFAULT-VALUE}).")
    private int complaints;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "Seed of all random choices; the same seed repeats the year (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--faults",
            description = "Run two members, and kill or freeze one, or set the clock back, again and again.")
    private boolean faults;

    @Option(
            names = "--fault-count",
            defaultValue = "12",
            description = "Number of faults in the year (default: ${DEFAULT-VALUE}).")
    private int faultCount;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("pintu-simulate");
        try (EmbeddedBroker broker = EmbeddedBroker.start(home.resolve("broker"), 0, SlaServiceProcess.SECRET);
                EmbeddedMongoServer store = EmbeddedMongoServer.start(0)) {
            broker.createTopics(new NewTopic(TopicNames.COMPLAINTS, YearSimulation.PARTITIONS, (short) 1)
                    .configs(Map.of("retention.ms", "-1")));
            return simulate(home, broker, store.uri());
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private int simulate(Path home, EmbeddedBroker broker, String store) throws IOException, InterruptedException {
        SharedFileClock clock = new SharedFileClock(home.resolve("clock"));
        List<SlaServiceProcess> members = new ArrayList<>();
        try (SimulationAuditor auditor = new SimulationAuditor(
                        broker.clients(), spec.commandLine().getErr());
                Producer<byte[], byte[]> ledger =
                        broker.clients().producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 2))) {
            YearSimulation simulation = new YearSimulation(year, auditor, clock, ledger);
            simulation.addComplaints(complaints, seed);
            for (int i = 0; i < (faults ? 2 : 1); i++) {
                members.add(SlaServiceProcess.start(
                        home, String.valueOf((char) ('a' + i)), broker.bootstrapServers(), store));
            }
            FaultInjector faultInjector = new FaultInjector(members, clock, seed, faultCount);
            Consumer<Instant> progress = progress(spec.commandLine().getErr(), simulation);
            SimulationAuditResult result = simulation.run(now -> {
                progress.accept(now);
                if (faults) {
                    faultInjector.injectWhenDue(now);
                }
            });
            return report(result, faultInjector.count());
        } finally {
            for (SlaServiceProcess member : members) {
                member.stop();
            }
        }
    }

    private int report(SimulationAuditResult result, int injectedFaults) {
        PrintWriter out = spec.commandLine().getOut();
        if (faults) {
            out.println("faults=" + injectedFaults);
        }
        out.println(result.summaryLine(complaints));
        out.flush();
        return result.clean() ? 0 : 1;
    }

    /** Prints a line every 14 virtual days. */
    private static Consumer<Instant> progress(PrintWriter err, YearSimulation simulation) {
        long begun = System.nanoTime();
        return new Consumer<>() {
            private LocalDate printed = LocalDate.MIN;

            @Override
            public void accept(Instant now) {
                LocalDate day = LocalDate.ofInstant(now, ZoneId.of("Asia/Jakarta"));
                if (printed.equals(LocalDate.MIN) || !day.isBefore(printed.plusDays(14))) {
                    printed = day;
                    err.printf(
                            "simulate: %s after %d s, %d steps%n",
                            day, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), simulation.steps());
                    err.flush();
                }
            }
        };
    }
}
