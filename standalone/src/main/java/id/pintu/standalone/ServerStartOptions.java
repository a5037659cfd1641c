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

/** picocli mixin with the options of every command that starts the all-in-one server. */
public final class ServerStartOptions {

    /** Limit for shutting down, after which the JVM is halted, so that Ctrl-C always works. */
    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(30);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory for all data (default: ./data; a temporary one for a demo).")
    private @Nullable Path data;

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(
            names = "--speed",
            paramLabel = "1d=10s",
            description = "Accelerate time, for trials; use a separate data directory.")
    private @Nullable String speed;

    public ServicePorts ports() {
        return portOffset.ports();
    }

    public Path dataOr(Path otherwise) {
        return data == null ? otherwise : data;
    }

    /**
     * Speed of the clock, in virtual seconds per real second.
     *
     * @param otherwise the default, such as {@code 1s=1s}
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
     * Starts the server, prints its addresses, and registers a shutdown hook that closes it.
     *
     * @param settings Spring properties that override those of every service
     */
    public AllInOneServer start(Path directory, InstantSource clock, Map<String, String> settings, PrintWriter out) {
        long startNanos = System.nanoTime();
        AllInOneServer server = AllInOneServer.start(directory, ports(), clock, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeWithTimeout(server), "shutdown"));
        server.addresses().forEach((name, address) -> out.printf("%-13s %s%n", name, address));
        out.printf("%-13s %s%n", "sign in", ports().accounts());
        out.printf("ready in %.1f s%n", (System.nanoTime() - startNanos) / 1e9);
        out.flush();
        return server;
    }

    private static void closeWithTimeout(AllInOneServer server) {
        Thread watchdog = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                Thread.sleep(MAX_SHUTDOWN);
                System.err.println("shutdown took longer than 30 s: halted");
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
