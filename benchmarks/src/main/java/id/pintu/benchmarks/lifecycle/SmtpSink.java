package id.pintu.benchmarks.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SMTP server that takes every mail and keeps none. It costs next to nothing; GreenMail took half of the machine in the
 * same benchmark.
 */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicInteger received = new AtomicInteger();

    private SmtpSink(ServerSocket server) {
        this.server = server;
    }

    static SmtpSink start(int port) {
        try {
            SmtpSink sink = new SmtpSink(new ServerSocket(port, 100, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("smtp-sink").start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of mails received. */
    int received() {
        return received.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            answer(out, "220 sink");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line.split(" ", 2)[0]) {
                    case "DATA" -> {
                        answer(out, "354 go on");
                        skipMail(lines);
                        received.incrementAndGet();
                        answer(out, "250 taken");
                    }
                    case "QUIT" -> {
                        answer(out, "221 bye");
                        return;
                    }
                    default -> answer(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client is gone; it will send again.
        }
    }

    private static void skipMail(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
