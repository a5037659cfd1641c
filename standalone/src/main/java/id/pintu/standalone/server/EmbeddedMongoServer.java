package id.pintu.standalone.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.CountDownLatch;

/**
 * A document store in this JVM that speaks MongoDB's wire protocol on 127.0.0.1 and forgets everything when it ends;
 * the services fold it again from the ledger at each start.
 */
public final class EmbeddedMongoServer implements AutoCloseable {

    private final MongoServer server;
    private final String uri;

    private EmbeddedMongoServer(MongoServer server, int port) {
        this.server = server;
        this.uri = "mongodb://127.0.0.1:" + port;
    }

    /**
     * @param port free on 127.0.0.1
     */
    public static EmbeddedMongoServer start(int port) {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", port);
        return new EmbeddedMongoServer(server, port);
    }

    /** Where clients find it, such as {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /**
     * Runs a store as a process of its own, until it is told to end.
     *
     * @param args the port
     */
    public static void main(String... args) throws InterruptedException {
        EmbeddedMongoServer store = start(Integer.parseInt(args[0]));
        System.out.println("ready " + store.uri());
        new CountDownLatch(1).await();
    }
}
