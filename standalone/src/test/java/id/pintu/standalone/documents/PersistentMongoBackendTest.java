package id.pintu.standalone.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the store on disk with mongo-java-server's own store in memory, through MongoDB's driver. */
class PersistentMongoBackendTest {

    private static final int DOCUMENTS = 300;
    private static final int QUERIES = 400;

    @TempDir
    private Path directory;

    private PersistentMongoBackend backend;
    private Client onDisk;
    private final Client inMemory = Client.of(new MemoryBackend());

    @BeforeEach
    void open() {
        backend = PersistentMongoBackend.open(directory);
        onDisk = Client.of(backend);
    }

    @AfterEach
    void close() {
        onDisk.close();
        inMemory.close();
    }

    @Test
    void documentsAndIndexesAreThereAfterARestart() {
        onDisk.documents.createIndex(Indexes.ascending("institution"));
        onDisk.documents.insertOne(new Document("_id", "a").append("institution", "K.18"));
        reopen();

        assertThat(onDisk.documents.find(Filters.eq("institution", "K.18"))).hasSize(1);
        assertThat(onDisk.documents.listIndexes()).hasSize(2);
        onDisk.documents.updateOne(Filters.eq("a"), Updates.set("institution", "K.19"));
        assertThat(onDisk.documents.find(Filters.eq("institution", "K.18"))).isEmpty();
        assertThat(onDisk.documents.find(Filters.eq("institution", "K.19"))).hasSize(1);
        assertThat(onDisk.documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void anIndexThatIsMadeLaterHasTheDocumentsFromBefore() {
        onDisk.documents.insertOne(new Document("_id", "a").append("tags", List.of("x", "y")));
        onDisk.documents.createIndex(Indexes.ascending("tags"));

        assertThat(onDisk.documents.find(Filters.eq("tags", "y"))).hasSize(1);
        assertThat(onDisk.documents.find(Filters.gt("tags", "w"))).hasSize(1);
    }

    @Test
    void anIndexWithAnEmptyArrayFindsTheDocumentByItsOtherFields() {
        onDisk.documents.createIndex(Indexes.ascending("text", "tags"));
        onDisk.documents.insertOne(new Document("_id", "a").append("text", "x").append("tags", List.of()));

        assertThat(onDisk.documents.find(Filters.eq("text", "x"))).hasSize(1);
    }

    @Test
    void aQueryByAnIndexIsReadInBatchesToo() {
        onDisk.documents.createIndex(Indexes.ascending("open"));
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            many.add(new Document("_id", "%05d".formatted(i)).append("open", i % 3 != 0));
        }
        onDisk.documents.insertMany(many);

        assertThat(onDisk.documents.find(Filters.eq("open", true)).batchSize(100))
                .hasSize(1_000);
        assertThat(onDisk.documents.find(Filters.eq("open", true)))
                .doesNotHaveDuplicates()
                .hasSize(1_000);
    }

    @Test
    void documentsThatCannotBeOpenedAreDropped() throws Exception {
        onDisk.documents.insertOne(new Document("_id", "a"));
        onDisk.close();
        Files.writeString(directory.resolve("CURRENT"), "damaged");
        backend = PersistentMongoBackend.open(directory);
        onDisk = Client.of(backend);

        assertThat(onDisk.documents.find()).isEmpty();
    }

    @Test
    void anIdIsGivenOnce() {
        onDisk.documents.insertOne(new Document("_id", "a"));

        assertThatThrownBy(() -> onDisk.documents.insertOne(new Document("_id", "a")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void aDroppedCollectionIsEmptyAlsoAfterARestart() {
        onDisk.documents.createIndex(Indexes.ascending("institution"));
        onDisk.documents.insertOne(new Document("_id", "a").append("institution", "K.18"));
        onDisk.documents.drop();
        assertThat(onDisk.documents.find()).isEmpty();
        reopen();
        assertThat(onDisk.documents.find()).isEmpty();

        onDisk.documents.createIndex(Indexes.ascending("institution"));
        assertThat(onDisk.documents.find(Filters.eq("institution", "K.18"))).isEmpty();
    }

    @Test
    void aLargeCollectionIsReadInBatches() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(new Document("_id", "%05d".formatted(i)));
        }
        onDisk.documents.insertMany(many);

        assertThat(onDisk.documents.find()).containsExactlyElementsOf(many);
        assertThat(onDisk.documents.find().batchSize(7)).containsExactlyElementsOf(many);
        assertThat(onDisk.documents.find(Filters.gt("_id", "01199")))
                .containsExactlyElementsOf(many.subList(1_200, 2_500));
        assertThat(onDisk.documents.find().sort(Sorts.descending("_id")).limit(2))
                .containsExactlyElementsOf(List.of(many.get(2_499), many.get(2_498)));
        assertThat(onDisk.documents.countDocuments()).isEqualTo(2_500);
    }

    @Test
    void clearingLeavesNothing() {
        onDisk.documents.insertOne(new Document("_id", "a"));
        backend.setValue("origin", "x");
        onDisk.close();
        backend = PersistentMongoBackend.open(directory);
        backend.clear();
        assertThat(backend.value("origin")).isEmpty();
        onDisk = Client.of(backend);

        assertThat(onDisk.documents.find()).isEmpty();
    }

    /** Random documents, updates and queries; the same answers with and without indexes, and after a restart. */
    @Test
    void answersAreThoseOfTheStoreInMemory() {
        Random random = new Random(20_161_127);
        onDisk.documents.createIndex(Indexes.ascending("text", "number"));
        onDisk.documents.createIndex(Indexes.ascending("inner.time"));
        for (int i = 0; i < DOCUMENTS; i++) {
            change(random);
        }
        onDisk.documents.createIndex(Indexes.ascending("values"));
        compare(random);
        reopen();
        compare(random);
        for (int i = 0; i < DOCUMENTS; i++) {
            change(random);
        }
        compare(random);
        assertThat(onDisk.documents.countDocuments()).isEqualTo(inMemory.documents.countDocuments());
    }

    private void change(Random random) {
        Object id = value(random);
        Bson byId = Filters.eq("_id", id);
        switch (random.nextInt(6)) {
            case 0 -> inBoth(each -> each.deleteOne(byId));
            case 1 -> {
                Bson update = Updates.combine(Updates.set("number", random.nextInt(5)), Updates.inc("changes", 1));
                inBoth(each -> each.updateOne(byId, update, new UpdateOptions().upsert(true)));
            }
            case 2 -> {
                Bson update = Updates.unset("text");
                inBoth(each -> each.updateOne(byId, update));
            }
            default -> {
                Document document = new Document("text", value(random))
                        .append("number", value(random))
                        .append("inner", new Document("time", value(random)))
                        .append("values", List.of(value(random), value(random)));
                inBoth(each -> each.replaceOne(byId, document, new ReplaceOptions().upsert(true)));
            }
        }
    }

    private void inBoth(Consumer<MongoCollection<Document>> change) {
        change.accept(onDisk.documents);
        change.accept(inMemory.documents);
    }

    private void compare(Random random) {
        for (int i = 0; i < QUERIES; i++) {
            Bson query = query(random);
            assertThat(found(onDisk, query)).as("%s", query).isEqualTo(found(inMemory, query));
        }
    }

    /** In an order that does not depend on the store; a document that is found twice is there twice. */
    private static List<String> found(Client client, Bson query) {
        return client.documents.find(query).map(Document::toJson).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    private static Bson query(Random random) {
        List<Bson> parts = new ArrayList<>();
        for (String field : List.of("_id", "text", "number", "inner.time", "values")) {
            switch (random.nextInt(8)) {
                case 0 -> parts.add(Filters.eq(field, value(random)));
                case 1 -> parts.add(Filters.gt(field, value(random)));
                case 2 -> parts.add(Filters.lte(field, value(random)));
                case 3 -> parts.add(Filters.in(field, value(random), value(random)));
                case 4 -> {
                    parts.add(Filters.gte(field, value(random)));
                    parts.add(Filters.lt(field, value(random)));
                }
                default -> {}
            }
        }
        return parts.isEmpty() ? new Document() : random.nextBoolean() ? Filters.and(parts) : parts.getFirst();
    }

    private static Object value(Random random) {
        int number = random.nextInt(6) - 2;
        return switch (random.nextInt(8)) {
            case 0 -> number;
            case 1 -> (long) number;
            case 2 -> number / 2.0;
            case 3 -> number < 0;
            case 4 -> Instant.EPOCH.plusSeconds(number);
            case 5 -> new UUID(number, number).toString();
            default -> "t".repeat(number + 2) + (random.nextBoolean() ? "\0" : "");
        };
    }

    @Test
    void bytesAreKeptAsTheyAre() {
        byte[] content = {0, 1, -1, 0};
        onDisk.documents.insertOne(new Document("_id", "a").append("content", new Binary(content)));
        reopen();

        assertThat(onDisk.documents
                        .find()
                        .map(found -> found.get("content", Binary.class).getData()))
                .containsExactly(content);
    }

    private void reopen() {
        onDisk.close();
        backend = PersistentMongoBackend.open(directory);
        onDisk = Client.of(backend);
    }

    private record Client(MongoServer server, MongoClient client, MongoCollection<Document> documents) {

        static Client of(MongoBackend backend) {
            MongoServer server = new MongoServer(backend);
            int port = server.bind().getPort();
            MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port);
            return new Client(server, client, client.getDatabase("test").getCollection("documents"));
        }

        void close() {
            client.close();
            server.shutdownNow();
        }
    }
}
