package id.pintu.intake.attachments;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Scanner that sends files to a clamd by its command {@code INSTREAM}: chunks, each after its length in four bytes, and a length of
 * zero at the end; see clamd(8).
 */
public final class ClamdScanner implements AttachmentScanner {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int CHUNK = 64 * 1024;
    private static final int MAX_ANSWER = 1_000;

    private final String host;
    private final int port;
    private final Duration timeout;

    /**
     * @param address {@code host:port}
     * @throws IllegalArgumentException when it is not
     */
    public ClamdScanner(String address, Duration timeout) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("pintu.intake.attachments.clamd is not host:port");
        }
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.timeout = timeout;
    }

    @Override
    public boolean isClean(Path file) throws IOException {
        try (Socket clamd = new Socket()) {
            clamd.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
            clamd.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            send(file, clamd);
            String answer =
                    new String(clamd.getInputStream().readNBytes(MAX_ANSWER), StandardCharsets.US_ASCII).strip();
            if (answer.startsWith("stream: OK")) {
                return true;
            }
            if (answer.startsWith("stream: ") && answer.replace("\0", "").endsWith(" FOUND")) {
                return false;
            }
            throw new IOException("clamd could not scan");
        }
    }

    private static void send(Path file, Socket clamd) throws IOException {
        DataOutputStream output = new DataOutputStream(clamd.getOutputStream());
        output.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (InputStream content = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int length = content.read(chunk); length > 0; length = content.read(chunk)) {
                output.writeInt(length);
                output.write(chunk, 0, length);
            }
        }
        output.writeInt(0);
        output.flush();
    }
}
