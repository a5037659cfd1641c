package id.pintu.intake.attachments;

import id.pintu.events.ReportAttachment;
import id.pintu.intake.attachments.ImageReencoder.UnusableImageException;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Service that accepts files, scans and stores them, and gives them to the report that lists their ids. An upload that no report
 * claims ends after a day.
 */
public final class AttachmentService {

    private static final Logger log = LoggerFactory.getLogger(AttachmentService.class);
    private static final int RETRY_AFTER_SECONDS = 30;

    private final AttachmentStore store;
    private final AttachmentIds ids;
    private final AttachmentScanner scanner;
    private final Duration unclaimedFor;
    private final InstantSource clock;
    private final AttachmentTypeDetector detector = new AttachmentTypeDetector();
    private final ImageReencoder images = new ImageReencoder();

    public AttachmentService(
            AttachmentStore store,
            AttachmentIds ids,
            AttachmentScanner scanner,
            Duration unclaimedFor,
            InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.scanner = scanner;
        this.unclaimedFor = unclaimedFor;
        this.clock = clock;
    }

    /** A file that was accepted. */
    public record UploadedAttachment(String id, ReportAttachment attachment) {}

    /**
     * Accepts a file.
     *
     * @throws ProblemException 400 when it is empty or a damaged image, 415 when it is of another type, 422 when it is
     *     infected, 503 when it cannot be scanned
     * @throws IOException when the file cannot be read, or is too large
     */
    public UploadedAttachment accept(InputStream body) throws IOException {
        Path received = Files.createTempFile("pintu-upload", null);
        Path encoded = Files.createTempFile("pintu-image", null);
        try {
            Files.copy(body, received, StandardCopyOption.REPLACE_EXISTING);
            if (Files.size(received) == 0) {
                throw ProblemException.ofField("body", "is empty: send the file");
            }
            AttachmentType type = requireAccepted(detector.detect(received));
            requireClean(received);
            return type.isImage() ? store(encoded, encode(received, type, encoded)) : store(received, type);
        } finally {
            Files.deleteIfExists(received);
            Files.deleteIfExists(encoded);
        }
    }

    private static AttachmentType requireAccepted(String mediaType) {
        return AttachmentType.ofMediaType(mediaType)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "attachment-type",
                        "Field 'body': is of the type " + mediaType
                                + "; photos (JPEG, PNG, WebP, GIF), PDF, DOCX, XLSX, ODT, plain text, MP3, M4A, OGG and MP4"
                                + " are accepted. A HEIC photo has to be sent as JPEG."));
    }

    private void requireClean(Path file) {
        boolean clean;
        try {
            clean = scanner.isClean(file);
        } catch (IOException e) {
            log.warn("the virus scanner does not answer: {}", e.getClass().getName());
            throw ProblemException.tryLater(
                    "Files cannot be scanned at this moment, so none is accepted.", RETRY_AFTER_SECONDS);
        }
        if (!clean) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "attachment-infected", "Field 'body': a virus was found in it.");
        }
    }

    private AttachmentType encode(Path received, AttachmentType type, Path target) throws IOException {
        try {
            return images.reencode(received, type, target);
        } catch (UnusableImageException e) {
            throw ProblemException.ofField("body", String.valueOf(e.getMessage()));
        }
    }

    private UploadedAttachment store(Path content, AttachmentType type) throws IOException {
        ReportAttachment attachment = new ReportAttachment(type.mediaType(), Files.size(content), sha256(content));
        store.put(attachment, content, clock.instant().plus(unclaimedFor));
        return new UploadedAttachment(ids.idOf(attachment.sha256()), attachment);
    }

    private static String sha256(Path content) throws IOException {
        try (DigestInputStream input =
                new DigestInputStream(Files.newInputStream(content), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The attachments of a report; the same file twice is one.
     *
     * @param uploads their ids
     * @param errors to which {@code attachments[2]} is added for one that is not known, or has ended
     */
    public List<ReportAttachment> find(List<String> uploads, List<ProblemFieldError> errors) {
        List<ReportAttachment> found = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            Optional<ReportAttachment> attachment =
                    ids.sha256Of(uploads.get(i)).flatMap(sha256 -> store.find(sha256, clock.instant()));
            attachment.ifPresent(found::add);
            if (attachment.isEmpty()) {
                errors.add(new ProblemFieldError(
                        "attachments[" + i + "]", "is not the id of an uploaded file, or it ended: upload it again"));
            }
        }
        return found.stream().distinct().toList();
    }

    /**
     * Claims attachments for a report that is about to be accepted.
     *
     * @throws ProblemException 400 when one has ended in the meantime
     */
    public void claim(List<ReportAttachment> attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            if (!store.claim(attachments.get(i).sha256(), clock.instant())) {
                throw ProblemException.ofField("attachments[" + i + "]", "has ended: upload it again");
            }
        }
    }

    /** The content of a report's attachment. */
    public Optional<InputStream> open(ReportAttachment attachment) {
        return store.open(attachment.sha256());
    }
}
