package id.pintu.benchmarks.lifecycle;

import id.pintu.benchmarks.HeapMeter;
import id.pintu.benchmarks.lifecycle.LifecycleClient.Receipt;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.standalone.server.OperatorAuthorization;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Fills a new data directory with many complaints, of which one in twenty is open, and measures how long the all-in-one
 * server takes to start with them and to rebuild all state, and the heap that it then uses. With a directory of an earlier
 * run it measures a start without a rebuild.
 *
 * <p>{@link LifecycleScenario} with the same {@code --data} measures its throughput afterwards.
 */
@Command(
        name = "many-complaints",
        mixinStandardHelpOptions = true,
        description =
                "Measures start and heap with many complaints; the first 100 are real, the others copies of them.")
public final class ManyComplaintsScenario implements Callable<Integer> {

    private static final int ORIGINALS = 100;
    private static final int ONE_OPEN_OF = 20;
    private static final int QUIET_MILLIS = 5_000;
    private static final String NO_LIMIT = "pintu.intake.limits.source-per-minute";

    @Option(names = "--complaints", defaultValue = "100000", description = "Number of complaints.")
    private int complaints;

    @Option(names = "--port-offset", defaultValue = "8700", description = "Added to every port of the server.")
    private int portOffset;

    @Option(names = "--data", description = "Data directory, new or of an earlier run (default: a new one).")
    private Optional<Path> data = Optional.empty();

    public static void main(String... args) {
        System.exit(new CommandLine(new ManyComplaintsScenario()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = data.isPresent() ? data.get() : Files.createTempDirectory("many-complaints");
        boolean isNew = Files.notExists(directory.resolve("broker"));
        if (isNew) {
            fill(directory);
        }
        measureStart(directory, isNew ? "start with a rebuild" : "start", isNew);
        return 0;
    }

    private void fill(Path directory) throws Exception {
        processOriginals(directory);
        long begun = System.nanoTime();
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(directory.resolve("broker"), 0, OperatorAuthorization.secret(directory))) {
            long events = new ComplaintCopier(broker.clients()).copyUpTo(complaints);
            System.out.printf("%d complaints, %d events copied in %.1f s%n", complaints, events, seconds(begun));
        }
    }

    private void processOriginals(Path directory) throws InterruptedException {
        ServicePorts ports = new ServicePorts(portOffset);
        try (SmtpSink mail = SmtpSink.start(ports.mail());
                AllInOneServer server = start(directory, false);
                LifecycleMonitor monitor = new LifecycleMonitor(server.clients())) {
            LifecycleClient client = new LifecycleClient(ports, new InstallationSecret(server.secret()));
            for (int number = 0; number < ORIGINALS; number++) {
                Receipt receipt = client.submitConfirmed("original/" + number, number);
                String institution = monitor.awaitAssigned(receipt.id());
                client.actAsInstitution(receipt.id(), institution, "verify", Map.of());
                if (number % ONE_OPEN_OF != 0) {
                    client.actAsInstitution(receipt.id(), institution, "resolve", Map.of("answer", "Sudah selesai."));
                    client.rate(receipt, 5);
                    monitor.awaitClosed(receipt.id());
                }
            }
            awaitAllMails(mail);
            System.out.printf(
                    "%d complaints processed, %d events, %d mails%n", ORIGINALS, monitor.events(), mail.received());
        }
    }

    /** Until no mail has come for some seconds: a notice that still waits would wait in each of the copies. */
    private static void awaitAllMails(SmtpSink mail) throws InterruptedException {
        int before;
        do {
            before = mail.received();
            Thread.sleep(QUIET_MILLIS);
        } while (mail.received() > before);
    }

    private void measureStart(Path directory, String label, boolean rebuild) throws Exception {
        long begun = System.nanoTime();
        try (SmtpSink mail = SmtpSink.start(new ServicePorts(portOffset).mail());
                AllInOneServer server = start(directory, rebuild)) {
            double ready = seconds(begun);
            System.out.printf(
                    "%s: ready in %.1f s, heap in use %d MB (broker %s, %d mails)%n",
                    label, ready, HeapMeter.usedMegabytes(), server.addresses().get("broker"), mail.received());
        }
    }

    private AllInOneServer start(Path directory, boolean rebuild) {
        return AllInOneServer.start(
                directory,
                new ServicePorts(portOffset),
                InstantSource.system(),
                rebuild ? Map.of(NO_LIMIT, "0", AllInOneServer.REBUILD, "true") : Map.of(NO_LIMIT, "0"));
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }
}
