package id.pintu.standalone;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.support.time.VirtualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu up}: starts the all-in-one server and runs it until Ctrl-C or SIGTERM. */
@Command(
        name = "up",
        description = "Start all services and the broker on this machine, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:a service could not start",
            "2:a port or the data directory is in use, or an option is wrong",
            "130, 143:stopped by Ctrl-C, by SIGTERM"
        })
final class UpCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerStartOptions options = new ServerStartOptions();

    @Option(
            names = "--rebuild",
            description = "Drop all state and rebuild it from the event log first, as after a crash of the machine.")
    private boolean rebuild;

    @Override
    public Integer call() throws InterruptedException {
        double speed = options.speed("1s=1s");
        InstantSource clock = speed == 1 ? InstantSource.system() : new VirtualClock(Instant.now(), speed);
        options.start(
                options.dataOr(Path.of("data")),
                clock,
                rebuild ? Map.of(AllInOneServer.REBUILD, "true") : Map.of(),
                spec.commandLine().getOut());
        new CountDownLatch(1).await();
        return 0;
    }
}
