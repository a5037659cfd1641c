package id.pintu.intake.attachments;

import java.util.Arrays;
import java.util.Optional;

/** Type of file that a report may have, by its media type. */
public enum AttachmentType {
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),
    WEBP("image/webp", "webp", true),
    GIF("image/gif", "gif", true),
    PDF("application/pdf", "pdf", false),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false),
    ODT("application/vnd.oasis.opendocument.text", "odt", false),
    TEXT("text/plain", "txt", false),
    MP3("audio/mpeg", "mp3", false),
    M4A("audio/mp4", "m4a", false),
    OGG("audio/ogg", "ogg", false),
    MP4("video/mp4", "mp4", false);

    private final String mediaType;
    private final String extension;
    private final boolean image;

    AttachmentType(String mediaType, String extension, boolean image) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.image = image;
    }

    public static Optional<AttachmentType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(each -> each.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it is encoded anew, so that a browser may show it. */
    public boolean isImage() {
        return image;
    }

    /** Name of the file when it is saved, such as {@code lampiran-1.jpg}. */
    public String fileName(int number) {
        return "lampiran-" + number + "." + extension;
    }
}
