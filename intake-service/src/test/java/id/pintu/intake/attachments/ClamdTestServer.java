package id.pintu.intake.attachments;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Test server that speaks clamd's INSTREAM, and finds a virus in what contains the word of the EICAR test file. */
public final class ClamdTestServer implements AutoCloseable {

    public static final String INFECTED = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private final ServerSocket socket;

    public ClamdTestServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                DataInputStream input = new DataInputStream(client.getInputStream());
                String command = new String(input.readNBytes(10), StandardCharsets.US_ASCII);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = input.readInt(); length > 0; length = input.readInt()) {
                    content.write(input.readNBytes(length));
                }
                String answer = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND\0"
                        : content.toString(StandardCharsets.ISO_8859_1).contains(INFECTED)
                                ? "stream: Eicar-Test-Signature FOUND\0"
                                : "stream: OK\0";
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The client, or the test, has ended.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
