package id.pintu.standalone.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** SMTP server that stores the mails to reporters in memory and delivers none. */
final class MailCatcherServer implements AutoCloseable {

    private final GreenMail server;

    private MailCatcherServer(GreenMail server) {
        this.server = server;
    }

    static MailCatcherServer start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailCatcherServer(server);
    }

    /** Number of mails received. */
    int received() {
        return server.getReceivedMessages().length;
    }

    @Override
    public void close() {
        server.stop();
    }
}
