package id.pintu.standalone;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.time.VirtualClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a house is opened: the options that every command which opens one takes. */
public final class ServerStartOptions {

    /** Whoever pressed Ctrl-C must not wait longer, whatever hangs. */
    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(30);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "What is kept over restarts (default: ./data; a demo makes one of its own).")
    private @Nullable Path data;

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(
            names = "--speed",
            paramLabel = "1d=10s",
            description = "Let time run faster, to try things out on a data directory of its own.")
    private @Nullable String speed;

    public ServicePorts ports() {
        return portOffset.ports();
    }

    public Path dataOr(Path otherwise) {
        return data == null ? otherwise : data;
    }

    /**
     * Virtual seconds in one real second.
     *
     * @throws CommandLineException when the option is not of the form {@code 1d=10s}
     */
    public double speed(String otherwise) {
        try {
            return VirtualClock.parseSpeed(speed == null ? otherwise : speed);
        } catch (IllegalArgumentException e) {
            throw new CommandLineException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Opens the house, says where everything is, and sees to it that it is closed however this process is ended.
     *
     * @param settings properties for every room, above its own
     */
    public AllInOneServer start(Path directory, InstantSource clock, Map<String, String> settings, PrintWriter out) {
        long startNanos = System.nanoTime();
        AllInOneServer server = AllInOneServer.start(directory, ports(), clock, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeWithTimeout(server), "closing"));
        server.addresses().forEach((name, address) -> out.printf("%-13s %s%n", name, address));
        out.printf("ready in %.1f s%n", (System.nanoTime() - startNanos) / 1e9);
        out.flush();
        return server;
    }

    private static void closeWithTimeout(AllInOneServer server) {
        Thread watchdog = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                Thread.sleep(MAX_SHUTDOWN);
                System.err.println("closing took too long: ended at once");
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watchdog.start();
        server.close();
        watchdog.interrupt();
    }
}
