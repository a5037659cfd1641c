package id.pintu.benchmarks.lifecycle;

import id.pintu.benchmarks.ElapsedTime;
import id.pintu.benchmarks.lifecycle.LifecycleClient.Receipt;
import id.pintu.standalone.LatencyHistogram;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Load test of whole lifecycles: submitted, routed, verified, resolved, rated, closed, with every event and the receipt by
 * mail. It starts the all-in-one server in this process, so the CPU time is that of services, broker, store, mail server and
 * users together; then it runs {@link TransactionalLoopBaseline} on the same broker with as many users.
 */
@Command(
        name = "lifecycle",
        mixinStandardHelpOptions = true,
        description = "Measures whole lifecycles of complaints, and a bare transactional loop in the same run.")
public final class LifecycleScenario implements Runnable {

    private static final Duration PROGRESS = Duration.ofSeconds(15);

    @Option(names = "--users", defaultValue = "24", description = "Complaints in progress at once.")
    private int users;

    @Option(names = "--seconds", defaultValue = "30", description = "Duration of each measurement, after --warm-up.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "Duration of each warm-up, which is not measured.")
    private int warmUp;

    @Option(names = "--port-offset", defaultValue = "8700", description = "Added to every port of the server.")
    private int portOffset;

    @Option(names = "--data", description = "Data directory of the server (default: a new one).")
    private Optional<Path> data = Optional.empty();

    private Map<LifecycleStep, LatencyHistogram> steps = LifecycleStep.histograms();

    /** What was done in a measurement. */
    private record Throughput(int lifecycles, double perSecond, double cpuMillis) {

        static Throughput of(int lifecycles, ElapsedTime elapsed) {
            return new Throughput(
                    lifecycles, lifecycles / elapsed.seconds(), elapsed.cpuSeconds() * 1_000 / lifecycles);
        }
    }

    public static void main(String... args) {
        System.exit(new CommandLine(new LifecycleScenario()).execute(args));
    }

    @Override
    public void run() {
        ServicePorts ports = new ServicePorts(portOffset);
        try (SmtpSink mail = SmtpSink.start(ports.mail());
                AllInOneServer server = AllInOneServer.start(
                        data.orElseGet(LifecycleScenario::newDirectory),
                        ports,
                        InstantSource.system(),
                        Map.of("pintu.intake.limits.source-per-minute", "0"));
                LifecycleMonitor monitor = new LifecycleMonitor(server.clients());
                TransactionalLoopBaseline baseline = new TransactionalLoopBaseline(server.clients())) {
            LifecycleClient client = new LifecycleClient(ports, new InstallationSecret(server.secret()));
            String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
            IntConsumer lifecycle = number -> runLifecycle(client, monitor, run + "/" + number, number);
            System.out.printf("warming up for %d s …%n", warmUp);
            runAll(warmUp, 0, lifecycle);
            steps = LifecycleStep.histograms();
            System.out.printf("measuring for %d s …%n", seconds);
            long events = monitor.events();
            Map<String, Long> requests = BrokerRequestCounter.counts();
            Throughput measured = runAll(seconds, 10_000_000, lifecycle);
            events = monitor.events() - events;
            String requestsEach =
                    BrokerRequestCounter.perLifecycle(requests, BrokerRequestCounter.counts(), measured.lifecycles());
            runAll(Math.min(warmUp, 10), 0, number -> baseline.runLifecycle());
            Throughput bare = runAll(Math.min(seconds, 15), 0, number -> baseline.runLifecycle());
            print(measured, bare, events, mail.received());
            System.out.println("broker_requests_each: " + requestsEach);
            System.out.printf("ratings_too_early=%d (warm-up included)%n", client.ratingsTooEarly());
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("lifecycle");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs lifecycles by all users for some seconds, and those begun to their end. A user that fails ends the benchmark. */
    private Throughput runAll(int duration, int firstNumber, IntConsumer lifecycle) {
        AtomicInteger next = new AtomicInteger(firstNumber);
        ElapsedTime begun = ElapsedTime.now();
        long end = System.nanoTime() + Duration.ofSeconds(duration).toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> printProgress(next, end));
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(
                                    () -> {
                                        while (System.nanoTime() < end) {
                                            lifecycle.accept(next.getAndIncrement());
                                        }
                                    },
                                    threads))
                            .limit(users)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        return Throughput.of(next.get() - firstNumber, ElapsedTime.since(begun));
    }

    /** Prints the rate of each interval: a rate that still grows was measured too early. */
    private static void printProgress(AtomicInteger started, long end) {
        int last = started.get();
        while (System.nanoTime() + PROGRESS.toNanos() < end) {
            try {
                Thread.sleep(PROGRESS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            int now = started.get();
            System.out.printf("  %.1f/s%n", (double) (now - last) / PROGRESS.toSeconds());
            last = now;
        }
    }

    private void runLifecycle(LifecycleClient client, LifecycleMonitor monitor, String name, int number) {
        long begun = System.nanoTime();
        Receipt receipt = client.submit(name, number);
        record(LifecycleStep.SUBMIT, begun);
        String institution = monitor.awaitAssigned(receipt.id());
        record(LifecycleStep.FEED, begun);
        long time = System.nanoTime();
        client.actAsInstitution(receipt.id(), institution, "verify", Map.of());
        time = record(LifecycleStep.VERIFY, time);
        client.actAsInstitution(
                receipt.id(), institution, "resolve", Map.of("answer", "Sudah kami selesaikan. Terima kasih."));
        time = record(LifecycleStep.RESOLVE, time);
        client.rate(receipt, 5);
        time = record(LifecycleStep.RATE, time);
        monitor.awaitClosed(receipt.id());
        record(LifecycleStep.CLOSED, time);
        record(LifecycleStep.WHOLE, begun);
    }

    private long record(LifecycleStep step, long begun) {
        long now = System.nanoTime();
        Objects.requireNonNull(steps.get(step)).recordBetween(begun, now);
        return now;
    }

    private void print(Throughput measured, Throughput bare, long events, int mails) {
        System.out.printf("%-36s %10s %10s %10s%n", "ms", "p50", "p99", "max");
        steps.forEach((step, latencies) -> System.out.printf(
                "%-36s %10.1f %10.1f %10.1f%n",
                step.label, latencies.percentileMillis(50), latencies.percentileMillis(99), latencies.maxMillis()));
        System.out.printf(
                "users=%d lifecycles=%d per_second=%.1f cpu_ms_each=%.2f events_each=%.1f mails=%d%n",
                users,
                measured.lifecycles(),
                measured.perSecond(),
                measured.cpuMillis(),
                (double) events / measured.lifecycles(),
                mails);
        System.out.printf(
                "bare transactional loop: per_second=%.1f cpu_ms_each=%.2f%n", bare.perSecond(), bare.cpuMillis());
        System.out.printf(
                "throughput_ratio=%.3f cpu_ratio=%.1f%n",
                measured.perSecond() / bare.perSecond(), measured.cpuMillis() / bare.cpuMillis());
    }
}
