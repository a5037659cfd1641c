package id.pintu.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Separate JVM for tests, which can be killed. Its output is in a file in the test's directory. */
final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class on this test's class path. */
    static JavaProcess ofClass(String name, Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        command.add(name);
        command.addAll(List.of(arguments));
        return start(name.substring(name.lastIndexOf('.') + 1), directory, environment, command);
    }

    /** Starts an executable jar. */
    static JavaProcess ofJar(Path jar, Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return start(jar.getFileName().toString(), directory, environment, command);
    }

    private static JavaProcess start(
            String name, Path directory, Map<String, String> environment, List<String> command) {
        List<String> commandLine = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g"));
        commandLine.addAll(command);
        try {
            Path output = Files.createTempFile(directory, name + "-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(commandLine).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new JavaProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Command line as every user of the machine can read it. */
    String commandLine() {
        return process.info().commandLine().orElseThrow();
    }

    /** Sends SIGKILL: nothing is flushed, closed or published. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Sends SIGTERM, and SIGKILL after 20 seconds. */
    @Override
    public void close() {
        process.destroy();
        if (!await()) {
            kill();
        }
    }

    private boolean await() {
        try {
            return process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
