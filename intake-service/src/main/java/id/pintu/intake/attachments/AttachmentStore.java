package id.pintu.intake.attachments;

import id.pintu.events.ReportAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Store of the content of attachments, addressed by its SHA-256: the same content is stored once. Content that no report has
 * claimed until its time ends; claimed content stays.
 */
public interface AttachmentStore {

    /**
     * Stores content, unless it is there already, and keeps it at least until a time.
     *
     * @param attachment describes the content
     */
    void put(ReportAttachment attachment, Path content, Instant until) throws IOException;

    /** What is stored under a hash and has not ended. */
    Optional<ReportAttachment> find(String sha256, Instant now);

    /** Claims content for a report: from now on it stays. False when it is not there, or has ended. */
    boolean claim(String sha256, Instant now);

    /** The content; to be closed. */
    Optional<InputStream> open(String sha256);

    /** Deletes what has ended; returns how many contents. */
    int deleteEnded(Instant now);
}
