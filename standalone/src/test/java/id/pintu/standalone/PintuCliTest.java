package id.pintu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PintuCliTest {

    private static final String SECRET = "a secret of more than thirty-two characters";

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "key",
                "channel-key",
                "import",
                "demo",
                "whatif",
                "audit",
                "audit verify",
                "audit roots"
            })
    void printsHelpOfEveryCommand(String command) {
        assertThat(pintu((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: pintu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "up --unknown",
                "up --port-offset many",
                "up --speed quick",
                "key",
                "channel-key UPPER --data . --channel sms",
                "import",
                "import no-such-file.csv",
                "whatif",
                "whatif no-such-file.csv",
                "import pom.xml --concurrency 0",
                "audit verify --root today",
                "audit verify --data no-such-directory"
            })
    void refusesInvalidArgumentsWithoutAStackTrace(String arguments) {
        assertThat(pintu(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("at id.pintu");
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertThat(pintu("up", "--data", temp.toString(), "--port-offset", String.valueOf(port - 9092)))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("Port " + port + " (broker) is already in use");
        }
    }

    @Test
    void requestsAKeyWithTheOperatorTokenAndPrintsOnlyTheKey() throws IOException {
        Files.writeString(temp.resolve("secret"), SECRET);
        AtomicReference<String> request = new AtomicReference<>("");
        HttpServer routing = routing(200, "{\"institution\":\"D.33.74\",\"key\":\"abc\"}", request);
        try {
            assertThat(key(routing, "D.33.74", "--renew")).isZero();
        } finally {
            routing.stop(0);
        }
        assertThat(out.toString()).isEqualTo("abc" + System.lineSeparator());
        // echo -n operator | openssl dgst -sha256 -hmac "$SECRET"
        assertThat(request.get())
                .isEqualTo("POST /v1/keys/D.33.74 {\"renew\":true} Bearer"
                        + " 85f3e9bf5d3a67cf8bd14d28240f5dc2e1b235ca735819f07d1946a0cbbb1e00");
    }

    @Test
    void requestsTheKeyOfAChannelAndPrintsOnlyTheKey() throws IOException {
        Files.writeString(temp.resolve("secret"), SECRET);
        AtomicReference<String> request = new AtomicReference<>("");
        HttpServer intake = routing(201, "{\"name\":\"gateway\",\"key\":\"abc\"}", request);
        String offset = String.valueOf(intake.getAddress().getPort() - 8081);
        try {
            assertThat(pintu(
                            "channel-key",
                            "gateway",
                            "--channel",
                            "sms",
                            "--data",
                            temp.toString(),
                            "--port-offset",
                            offset))
                    .isZero();
        } finally {
            intake.stop(0);
        }
        assertThat(out.toString()).isEqualTo("abc" + System.lineSeparator());
        assertThat(request.get())
                .startsWith("POST /v1/channel-keys/gateway"
                        + " {\"channels\":[\"sms\"],\"verifiesContacts\":false,\"renew\":false} Bearer ");
    }

    @Test
    void printsTheProblemDetailWhenAKeyIsRefused() throws IOException {
        Files.writeString(temp.resolve("secret"), SECRET);
        HttpServer routing = routing(409, "{\"detail\":\"This key was shown before.\"}", new AtomicReference<>(""));
        try {
            assertThat(key(routing, "D.33.74")).isEqualTo(1);
        } finally {
            routing.stop(0);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("This key was shown before.");
    }

    @Test
    void reportsThatTheServerIsNotRunning() throws IOException {
        Files.writeString(temp.resolve("secret"), SECRET);
        assertThat(pintu("key", "DESK", "--data", temp.toString(), "--port-offset", "50000"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Pintu is not running: start it with ./pintu up");
    }

    @Test
    void theScriptPrintsHelpInAnyDirectory() throws Exception {
        Process script = new ProcessBuilder(
                        Path.of("..", "pintu").toAbsolutePath().normalize().toString(), "--help")
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isZero();
        assertThat(output).startsWith("Usage: ./pintu COMMAND");
    }

    private int pintu(String... arguments) {
        CommandLine commandLine = PintuCli.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int key(HttpServer routing, String code, String... more) {
        String offset = String.valueOf(routing.getAddress().getPort() - 8082);
        String[] arguments = {"key", code, "--data", temp.toString(), "--port-offset", offset};
        return pintu(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    private static HttpServer routing(int status, String response, AtomicReference<String> request) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            request.set(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
