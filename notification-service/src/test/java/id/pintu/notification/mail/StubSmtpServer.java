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

/** Stub of an SMTP server with configured replies to some commands and 250 to all others. */
public final class StubSmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> replies;

    /**
     * @param replies reply by command, such as {@code RCPT → 550 5.1.1 No such user}; {@code .} is the end of a message, an
     *     empty reply closes the connection
     */
    public StubSmtpServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
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
            String reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 OK");
            inMessage = command.equals("DATA") && reply.startsWith("354");
            if (reply.isEmpty()) {
                return; // closes the connection
            }
            writeLine(out, reply);
        }
    }

    private static void writeLine(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
