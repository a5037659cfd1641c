package id.pintu.standalone;

import id.pintu.house.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pintu up}: opens the house and keeps it open until Ctrl-C or SIGTERM. */
@Command(
        name = "up",
        description = "Start everything on this machine, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:a part could not start",
            "2:a port or the data directory is in use, or an option is wrong",
            "130, 143:ended by Ctrl-C, by SIGTERM"
        })
final class Up implements Callable<Integer> {

    /** Whoever pressed Ctrl-C must not wait longer, whatever hangs. */
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "What is kept over restarts (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--port-offset", paramLabel = "N", defaultValue = "0", description = "Added to every port.")
    private int portOffset;

    @Option(
            names = "--speed",
            paramLabel = "1d=10s",
            description = "Let time run faster, to try things out on a data directory of its own.")
    private @Nullable String speed;

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        Standalone house = Standalone.start(data, new Ports(portOffset), clock());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeInTime(house), "closing"));
        var out = spec.commandLine().getOut();
        house.addresses().forEach((name, address) -> out.printf("%-13s %s%n", name, address));
        out.printf("ready in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private InstantSource clock() {
        try {
            return Optional.ofNullable(speed)
                    .map(VirtualClock::parseSpeed)
                    .<InstantSource>map(factor -> new VirtualClock(Instant.now(), factor))
                    .orElseGet(InstantSource::system);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static void closeInTime(Standalone house) {
        Thread limit = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                Thread.sleep(LONGEST_CLOSING);
                System.err.println("closing took too long: ended at once");
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        limit.start();
        house.close();
        limit.interrupt();
    }
}
