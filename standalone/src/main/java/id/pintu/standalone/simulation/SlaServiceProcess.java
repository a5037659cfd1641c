package id.pintu.standalone.simulation;

import id.pintu.sla.SlaApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** One sla-service in a process of its own, as it is in production but for its clock. */
final class SlaServiceProcess {

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
     * @param home for its clock and its log
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
                "--pintu.secret=simulated-simulated-simulated-simulated",
                "--spring.cloud.stream.kafka.default.consumer.configuration.max.poll.records=5000",
                // Everybody waits for the answers of a stop before the next one: there is no batch to wait for.
                "--spring.cloud.stream.kafka.default.consumer.configuration.fetch.max.wait.ms=2",
                "--spring.thymeleaf.check-template-location=false",
                "--spring.config.name=sla-service",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        return new SlaServiceProcess(home, instance, command);
    }

    /** Starts it again when it has ended: a supervisor. */
    void restartIfDead() throws IOException {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    /** SIGKILL: nothing is flushed, closed or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

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

    /** Its standard input ends when the process that started it does, however that ended. */
    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said to it
            }
        } catch (IOException e) {
            // as good as an end
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * The process itself.
     *
     * @param args the clock's file, then Spring's arguments
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
