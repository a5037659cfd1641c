package id.pintu.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** An SMTP server that answers some commands as it is told and all others with 250. */
public final class StubSmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;

    /**
     * @param answers by command, such as {@code RCPT → 550 5.1.1 No such user}; {@code .} is the end of a message
     */
    public StubSmtpServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                handleClient(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void handleClient(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        writeLine(out, "220 refusing");
        boolean inMessage = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMessage && !line.equals(".")) {
                continue;
            }
            String command = line.equals(".") ? "." : line.substring(0, 4).toUpperCase(Locale.ROOT);
            String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 OK");
            inMessage = command.equals("DATA") && answer.startsWith("354");
            if (answer.isEmpty()) {
                return; // hangs up
            }
            writeLine(out, answer);
        }
    }

    private static void writeLine(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
