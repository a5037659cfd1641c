package id.pintu.intake.attachments;

import java.io.IOException;
import java.nio.file.Path;

/** Scanner of uploaded files for malware. */
public interface AttachmentScanner {

    /** Accepts everything: for installations without a scanner. */
    AttachmentScanner NONE = file -> true;

    /**
     * Whether the file is clean.
     *
     * @throws IOException when that cannot be found out
     */
    boolean isClean(Path file) throws IOException;
}
