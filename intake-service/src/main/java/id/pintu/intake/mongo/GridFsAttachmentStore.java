package id.pintu.intake.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoGridFSException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.pintu.events.ReportAttachment;
import id.pintu.intake.attachments.AttachmentStore;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * MongoDB store of attachments: GridFS bucket {@code attachments}, and the collection {@code contents} that says which of its files
 * has which content, {@code {_id: sha256, file, type, bytes, endsAt?}}. Without {@code endsAt} a report has claimed it.
 *
 * <p>A content is entered once its file is complete, so that a crash leaves a file that nothing refers to, and never a
 * content without its file.
 */
public final class GridFsAttachmentStore implements AttachmentStore, IndexedCollection {

    private static final String BUCKET = "attachments";
    private static final String ENDS_AT = "endsAt";

    private final MongoCollection<Document> contents;
    private final GridFSBucket files;

    public GridFsAttachmentStore(MongoDatabase database) {
        this.contents = database.getCollection("contents");
        this.files = GridFSBuckets.create(database, BUCKET);
    }

    /** Those of GridFS too: its driver would make that of chunks a unique one, which the embedded store does not have. */
    @Override
    public List<CollectionIndex> indexes() {
        return List.of(
                CollectionIndex.of("contents", "endsAt"),
                CollectionIndex.of("attachments.files", "filename", "uploadDate"),
                CollectionIndex.of("attachments.chunks", "files_id", "n"));
    }

    @Override
    public void put(ReportAttachment attachment, Path content, Instant until) throws IOException {
        if (extend(attachment.sha256(), until)) {
            return;
        }
        ObjectId file;
        try (InputStream input = Files.newInputStream(content)) {
            file = files.uploadFromStream(attachment.sha256(), input);
        }
        try {
            contents.insertOne(new Document("_id", attachment.sha256())
                    .append("file", file)
                    .append("type", attachment.type())
                    .append("bytes", attachment.bytes())
                    .append(ENDS_AT, Date.from(until)));
        } catch (MongoWriteException e) {
            files.delete(file);
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            extend(attachment.sha256(), until); // another upload of the same content was first
        }
    }

    /** Whether the content is there; unless it is claimed, it then ends not before that time. */
    private boolean extend(String sha256, Instant until) {
        Document stored = contents.find(Filters.eq(sha256)).first();
        if (stored == null) {
            return false;
        }
        return !stored.containsKey(ENDS_AT)
                || contents.updateOne(
                                        Filters.and(Filters.eq("_id", sha256), Filters.exists(ENDS_AT)),
                                        Updates.max(ENDS_AT, Date.from(until)))
                                .getMatchedCount()
                        > 0
                || contents.find(Filters.eq(sha256)).first() != null;
    }

    @Override
    public Optional<ReportAttachment> find(String sha256, Instant now) {
        return Optional.ofNullable(contents.find(Filters.eq(sha256)).first())
                .filter(stored -> !stored.containsKey(ENDS_AT)
                        || stored.getDate(ENDS_AT).toInstant().isAfter(now))
                .map(stored -> new ReportAttachment(stored.getString("type"), stored.getLong("bytes"), sha256));
    }

    @Override
    public boolean claim(String sha256, Instant now) {
        if (find(sha256, now).isEmpty()) {
            return false;
        }
        return contents.updateOne(Filters.eq(sha256), Updates.unset(ENDS_AT)).getMatchedCount() > 0;
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        Document stored = contents.find(Filters.eq(sha256)).first();
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.openDownloadStream(stored.getObjectId("file")));
        } catch (MongoGridFSException e) {
            return Optional.empty();
        }
    }

    @Override
    public int deleteEnded(Instant now) {
        int deleted = 0;
        for (Document ended : contents.find(Filters.lt("endsAt", Date.from(now)))) {
            deleted += delete(ended, now) ? 1 : 0;
        }
        return deleted;
    }

    /** The condition again: it may have been claimed, or uploaded anew, since it was found. */
    private boolean delete(Document ended, Instant now) {
        Bson stillEnded = Filters.and(Filters.eq("_id", ended.get("_id")), Filters.lt(ENDS_AT, Date.from(now)));
        if (contents.deleteOne(stillEnded).getDeletedCount() == 0) {
            return false;
        }
        try {
            files.delete(ended.getObjectId("file"));
        } catch (MongoGridFSException e) {
            return true; // it was gone already
        }
        return true;
    }
}
