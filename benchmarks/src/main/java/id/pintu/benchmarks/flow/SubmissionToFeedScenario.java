package id.pintu.benchmarks.flow;

import id.pintu.events.ComplaintId;
import id.pintu.standalone.LatencyHistogram;
import id.pintu.standalone.PortOffsetOption;
import id.pintu.standalone.server.OperatorAuthorization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Load test of a running server ({@code ./pintu up}): submits reports at a fixed rate or as fast as they are accepted, and
 * sends records through the broker alone at the same rate in the same run.
 *
 * <p>At a fixed rate, latency counts from the time a report was due to be sent, so that a server that stalls is charged
 * for the reports that wait (no coordinated omission).
 */
@Command(
        name = "door-to-feed",
        mixinStandardHelpOptions = true,
        description = "Measures a running server: submission to feed, ledger to tracking page, and the broker alone.")
public final class SubmissionToFeedScenario implements Runnable {

    @Option(names = "--rate", defaultValue = "20", description = "Reports per second; 0: as fast as they are accepted.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "Duration of the measurement, after --warm-up.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "Duration of the warm-up, which is not measured.")
    private int warmUp;

    @Option(names = "--senders", defaultValue = "16", description = "Maximum number of requests in progress.")
    private int senders;

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(names = "--data", defaultValue = "data", description = "Data directory of the server (default: ./data).")
    private Path data = Path.of("data");

    private final Map<ComplaintId, Long> sent = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final LatencyHistogram acknowledged = new LatencyHistogram();
    private final LatencyHistogram fed = new LatencyHistogram();
    private final LatencyHistogram tracked = new LatencyHistogram();
    private final LatencyHistogram brokerLatencies = new LatencyHistogram();

    public static void main(String... args) {
        System.exit(new CommandLine(new SubmissionToFeedScenario()).execute(args));
    }

    @Override
    public void run() {
        ServerUnderTestClient server = new ServerUnderTestClient(
                portOffset.ports(), OperatorAuthorization.kafkaClients(data, portOffset.ports()));
        try (FeedAndTrackingMonitor monitor = new FeedAndTrackingMonitor(server, sent, fed, tracked);
                BrokerLatencyBaseline broker = new BrokerLatencyBaseline(server.broker(), brokerLatencies)) {
            System.out.printf("warming up for %d s …%n", warmUp);
            send(server, broker, "warm", warmUp);
            monitor.awaitFed(accepted.get(), Duration.ofMinutes(2));
            resetCounts();
            System.out.printf("measuring for %d s …%n", seconds);
            long start = System.nanoTime();
            send(server, broker, "run", seconds);
            double took = (System.nanoTime() - start) / 1e9;
            monitor.awaitFed(accepted.get(), Duration.ofMinutes(2));
            printResults(took);
        }
    }

    private void resetCounts() {
        accepted.set(0);
        refused.set(0);
        for (LatencyHistogram each : new LatencyHistogram[] {acknowledged, fed, tracked, brokerLatencies}) {
            each.reset();
        }
    }

    private void send(ServerUnderTestClient server, BrokerLatencyBaseline broker, String run, int duration) {
        String prefix = run + "/" + System.nanoTime() + "/";
        Semaphore free = new Semaphore(senders);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            long end = start + Duration.ofSeconds(duration).toNanos();
            for (int i = 0; System.nanoTime() < end; i++) {
                long due = rate == 0 ? 0 : start + (long) (i * 1e9 / rate);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int number = i;
                free.acquireUninterruptibly();
                each.execute(() -> {
                    try {
                        submit(server, prefix + number, rate == 0 ? System.nanoTime() : due);
                    } finally {
                        free.release();
                    }
                });
                broker.send();
            }
        }
    }

    private void submit(ServerUnderTestClient server, String key, long due) {
        server.submit(key)
                .ifPresentOrElse(
                        id -> {
                            acknowledged.recordSince(due);
                            sent.put(id, due);
                            accepted.incrementAndGet();
                        },
                        refused::incrementAndGet);
    }

    private static void print(String label, LatencyHistogram latencies) {
        System.out.printf(
                "%-42s %10.1f %10.1f %10.1f   n=%d%n",
                label,
                latencies.percentileMillis(50),
                latencies.percentileMillis(99),
                latencies.maxMillis(),
                latencies.count());
    }

    private void printResults(double took) {
        System.out.printf("%-42s %10s %10s %10s%n", "ms", "p50", "p99", "max");
        print("submission to acknowledgement", acknowledged);
        print("submission to agency feed", fed);
        print("ledger to tracking page", tracked);
        print("broker alone: sent to read", brokerLatencies);
        double ratio = fed.percentileMillis(50) / brokerLatencies.percentileMillis(50);
        System.out.printf("submission to feed takes %.1f times as long as the broker alone (p50)%n", ratio);
        System.out.printf(
                "accepted=%d refused=%d per_second=%.1f fed=%d fed_p50_ms=%.0f fed_p99_ms=%.0f tracked_p50_ms=%.0f"
                        + " tracked_p99_ms=%.0f ratio_to_broker=%.1f%n",
                accepted.get(),
                refused.get(),
                accepted.get() / took,
                fed.count(),
                fed.percentileMillis(50),
                fed.percentileMillis(99),
                tracked.percentileMillis(50),
                tracked.percentileMillis(99),
                ratio);
    }
}
