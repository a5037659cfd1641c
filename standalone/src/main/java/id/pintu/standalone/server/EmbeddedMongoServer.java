package id.pintu.standalone.server;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.CountDownLatch;

/**
 * Document store in this JVM with MongoDB's wire protocol, on 127.0.0.1: in memory, or in a directory that keeps the documents
 * over restarts.
 */
public final class EmbeddedMongoServer implements AutoCloseable {

    private final MongoServer server;
    private final String uri;

    private EmbeddedMongoServer(MongoServer server) {
        this.server = server;
        this.uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /**
     * Starts an empty store in memory.
     *
     * @param port on 127.0.0.1, or 0 for any free port
     */
    public static EmbeddedMongoServer start(int port) {
        return start(new MemoryBackend(), port);
    }

    /**
     * Starts a store on a backend, which it closes in the end.
     *
     * @param port on 127.0.0.1, or 0 for any free port
     */
    static EmbeddedMongoServer start(MongoBackend backend, int port) {
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", port);
        return new EmbeddedMongoServer(server);
    }

    /** Address for clients, such as {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /**
     * Runs a store in a process of its own until SIGTERM; prints {@code ready} and the address.
     *
     * @param args the port, or 0
     */
    public static void main(String... args) throws InterruptedException {
        EmbeddedMongoServer store = start(Integer.parseInt(args[0]));
        System.out.println("ready " + store.uri());
        new CountDownLatch(1).await();
    }
}
