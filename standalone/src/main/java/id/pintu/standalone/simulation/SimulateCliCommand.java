package id.pintu.standalone.simulation;

import id.pintu.events.TopicNames;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.standalone.server.EmbeddedMongoServer;
import id.pintu.standalone.simulation.SimulationAuditor.AuditResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pintu simulate}: a year of complaints in minutes, every deadline checked against a slow reference. */
@Command(
        name = "simulate",
        description = "Drive the real sla-service through a year, and check every deadline.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing early, nothing twice, no disagreement", "1:otherwise"})
public final class SimulateCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--year", defaultValue = "2026", description = "2023 to 2027 (default: ${DEFAULT-VALUE}).")
    private int year;

    @Option(names = "--complaints", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int complaints;

    @Option(names = "--seed", defaultValue = "7", description = "Same seed, same year (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--faults", description = "Two members; one is killed or frozen, or the clock is set back.")
    private boolean faults;

    @Option(
            names = "--fault-count",
            defaultValue = "12",
            description = "How many faults in the year (default: ${DEFAULT-VALUE}).")
    private int faultCount;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path home = Files.createTempDirectory("pintu-simulate");
        try (EmbeddedBroker broker = EmbeddedBroker.start(home.resolve("broker"), freePort())) {
            int port = freePort();
            try (EmbeddedMongoServer store = EmbeddedMongoServer.start(port)) {
                return simulate(home, broker.bootstrapServers(), store.uri());
            }
        } finally {
            deleteRecursively(home);
        }
    }

    private int simulate(Path home, String servers, String store)
            throws IOException, InterruptedException, ExecutionException {
        createLedgerTopic(servers);
        SharedFileClock clock = new SharedFileClock(home.resolve("clock"));
        List<SlaServiceProcess> members = new ArrayList<>();
        try (SimulationAuditor auditor =
                        new SimulationAuditor(servers, spec.commandLine().getErr());
                Producer<byte[], byte[]> ledger = producer(servers)) {
            YearSimulation simulation = new YearSimulation(year, complaints, seed, auditor, clock, ledger);
            for (int i = 0; i < (faults ? 2 : 1); i++) {
                members.add(SlaServiceProcess.start(home, String.valueOf((char) ('a' + i)), servers, store));
            }
            FaultInjector faultInjector = new FaultInjector(members, clock, seed, faultCount);
            Consumer<Instant> told = progress(spec.commandLine().getErr(), simulation);
            AuditResult result = simulation.run(now -> {
                told.accept(now);
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

    private int report(AuditResult result, int faultsInjected) {
        PrintWriter out = spec.commandLine().getOut();
        if (faults) {
            out.println("faults=" + faultsInjected);
        }
        out.printf(
                "complaints=%d deadlines=%d missed=%d escalations=%d early=%d late_p99_ms=%d duplicated=%d disagreed=%d%n",
                complaints,
                result.deadlines,
                result.missed,
                result.escalations,
                result.early,
                result.lateP99(),
                result.duplicated,
                result.disagreed);
        out.flush();
        return result.early + result.duplicated + result.disagreed == 0 ? 0 : 1;
    }

    private static Consumer<Instant> progress(PrintWriter err, YearSimulation simulation) {
        long begun = System.nanoTime();
        return new Consumer<>() {
            private LocalDate told = LocalDate.MIN;

            @Override
            public void accept(Instant now) {
                LocalDate day = LocalDate.ofInstant(now, ZoneId.of("Asia/Jakarta"));
                if (told.equals(LocalDate.MIN) || !day.isBefore(told.plusDays(14))) {
                    told = day;
                    err.printf(
                            "simulate: %s after %d s, %d stops%n",
                            day, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), simulation.stops());
                    err.flush();
                }
            }
        };
    }

    private static void createLedgerTopic(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(List.of(new NewTopic(TopicNames.COMPLAINTS, YearSimulation.PARTITIONS, (short) 1)
                            .configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
    }

    private static Producer<byte[], byte[]> producer(String servers) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.LINGER_MS_CONFIG, 2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteRecursively(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
