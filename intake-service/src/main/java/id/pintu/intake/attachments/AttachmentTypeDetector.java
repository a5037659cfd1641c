package id.pintu.intake.attachments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Detector of a file's media type from its content alone: its name and what the client says it is are not looked at. */
public final class AttachmentTypeDetector {

    private static final String ZIP = "application/zip";

    /** What tika-core calls some of the types that are accepted. */
    private static final Map<String, String> SAME = Map.of(
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "audio/speex", "audio/ogg",
            "application/ogg", "audio/ogg",
            "audio/x-m4a", "audio/mp4",
            "application/mp4", "video/mp4",
            "video/x-m4v", "video/mp4",
            "video/quicktime", "video/mp4",
            "image/apng", "image/png",
            "image/vnd.mozilla.apng", "image/png");

    /** Parts that make a zip file an Office document. */
    private static final Map<String, AttachmentType> OFFICE_PARTS =
            Map.of("word/document.xml", AttachmentType.DOCX, "xl/workbook.xml", AttachmentType.XLSX);

    private final Detector detector;

    public AttachmentTypeDetector() {
        try {
            detector = new TikaConfig().getDetector();
        } catch (TikaException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Media type without parameters, such as {@code image/jpeg}; {@code application/octet-stream} when it is not known. */
    public String detect(Path content) throws IOException {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            String type = detector.detect(stream, new Metadata()).getBaseType().toString();
            return type.equals(ZIP) || type.equals("application/x-tika-ooxml")
                    ? officeType(content, type)
                    : SAME.getOrDefault(type, type);
        }
    }

    /** Only the table of contents is read: nothing is unpacked. */
    private static String officeType(Path content, String otherwise) throws IOException {
        try (ZipFile zip = new ZipFile(content.toFile())) {
            return OFFICE_PARTS.entrySet().stream()
                    .filter(part -> zip.getEntry(part.getKey()) != null)
                    .map(part -> part.getValue().mediaType())
                    .findFirst()
                    .orElse(otherwise);
        } catch (ZipException e) {
            return otherwise;
        }
    }
}
