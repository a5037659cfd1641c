package id.pintu.standalone.simulation;

import id.pintu.sla.SlaApplication;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** sla-service in a separate process, with a {@link SharedFileClock}; otherwise as in production. */
final class SlaServiceProcess {

    /** Secret of every simulated installation. */
    static final InstallationSecret SECRET = new InstallationSecret(SlaServiceProcess.SECRET_TEXT);

    private static final String SECRET_TEXT = "simulated-simulated-simulated-simulated";

    private final Path home;
    private final String instance;
    private final List<String> command;
    private Process process;

    private SlaServiceProcess(Path home, String instance, List<String> command) throws IOException {
        this.home = home;
        this.instance = instance;
        this.command = command;
        this.process = launch();
    }

    /**
     * Starts the process.
     *
     * @param home directory of the clock and of the log file
     * @param store URI of MongoDB
     */
    static SlaServiceProcess start(Path home, String instance, String bootstrapServers, String store)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SlaServiceProcess.class.getName(),
                home.resolve("clock").toString(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.mongodb.uri=" + store,
                "--pintu.instance=" + instance,
                "--pintu.partitions=" + YearSimulation.PARTITIONS,
                "--pintu.secret=" + SECRET_TEXT,
                "--spring.cloud.stream.transactional-batch.binder.consumer.max.poll.records=5000",
                // The simulation waits for all events of a step before the next one: there is no batch to wait for.
                "--spring.cloud.stream.transactional-batch.binder.consumer.fetch.max.wait.ms=2",
                "--spring.thymeleaf.check-template-location=false",
                "--spring.config.name=sla-service",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        BrokerLogin.service("sla", SECRET)
                .springProperties()
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        return new SlaServiceProcess(home, instance, command);
    }

    /** Restarts the process if it has ended, as a supervisor would. */
    void restartIfDead() throws IOException {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    /** Sends SIGKILL: nothing is flushed, closed or published. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGSTOP. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Sends SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Sends SIGTERM, and SIGKILL after ten seconds. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("sla-" + instance + ".log").toFile()))
                .start();
    }

    /** Ends this process when its standard input ends, as it does when the parent process ends, however it ends. */
    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing
            }
        } catch (IOException e) {
            // taken for the end
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * Main method of the process.
     *
     * @param args file of the clock, then Spring's arguments
     */
    public static void main(String... args) {
        Thread.ofPlatform().daemon().start(SlaServiceProcess::exitWithParent);
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SharedFileClock clock = new SharedFileClock(Path.of(args[0]));
        new SpringApplicationBuilder(SlaApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .run(Arrays.copyOfRange(args, 1, args.length));
    }
}
