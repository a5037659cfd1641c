package id.pintu.intake.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ReportAttachment;
import id.pintu.events.Sha256Digest;
import id.pintu.intake.mongo.GridFsAttachmentStore;
import id.pintu.processing.EmbeddedMongo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every attachment store does. */
class AttachmentStoreTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** Stores to be tested. */
    enum StoreKind {
        GRID_FS,
        DIRECTORY
    }

    @BeforeEach
    void dropDatabase() {
        MONGO.database().drop();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatAReportClaimedStaysAndIsThereForTheNextInstance(StoreKind kind) throws IOException {
        byte[] content = content(600_000, 1);
        ReportAttachment photo = put(store(kind), content);
        assertThat(store(kind).claim(photo.sha256(), NOW)).isTrue();
        put(store(kind), content); // the same photo for another report

        assertThat(store(kind).deleteEnded(TOMORROW.plusSeconds(1))).isZero();
        assertThat(store(kind).find(photo.sha256(), TOMORROW.plusSeconds(1))).contains(photo);
        assertThat(read(kind, photo)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoReportClaimedEnds(StoreKind kind) throws IOException {
        ReportAttachment photo = put(store(kind), content(10, 2));

        assertThat(store(kind).find(photo.sha256(), NOW)).contains(photo);
        assertThat(store(kind).deleteEnded(NOW)).isZero();
        assertThat(store(kind).find(photo.sha256(), TOMORROW)).isEmpty();
        assertThat(store(kind).claim(photo.sha256(), TOMORROW)).isFalse();
        assertThat(store(kind).deleteEnded(TOMORROW.plusSeconds(1))).isEqualTo(1);
        assertThat(store(kind).open(photo.sha256())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSameContentIsStoredOnceAndUploadedAgainEndsLater(StoreKind kind) throws IOException {
        ReportAttachment photo = put(store(kind), content(10, 3));
        store(kind).put(photo, file(content(10, 3)), TOMORROW.plusSeconds(60));

        assertThat(store(kind).find(photo.sha256(), TOMORROW.plusSeconds(30))).contains(photo);
        assertThat(MONGO.database().getCollection("attachments.files").countDocuments())
                .isEqualTo(kind == StoreKind.GRID_FS ? 1 : 0);
    }

    private AttachmentStore store(StoreKind kind) {
        return switch (kind) {
            case GRID_FS -> new GridFsAttachmentStore(MONGO.database());
            case DIRECTORY -> new DirectoryAttachmentStore(directory.resolve("attachments"));
        };
    }

    private ReportAttachment put(AttachmentStore store, byte[] content) throws IOException {
        ReportAttachment attachment = new ReportAttachment(
                "image/jpeg", content.length, HexFormat.of().formatHex(Sha256Digest.of(content)));
        store.put(attachment, file(content), TOMORROW);
        return attachment;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("upload"), content);
    }

    private byte[] read(StoreKind kind, ReportAttachment attachment) throws IOException {
        try (InputStream stored = store(kind).open(attachment.sha256()).orElseThrow()) {
            return stored.readAllBytes();
        }
    }

    private static byte[] content(int length, int value) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) value);
        return content;
    }
}
