package id.pintu.intake.attachments;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of attachments, {@code pintu.intake.attachments.*}.
 *
 * @param clamd {@code host:port} of a virus scanner that speaks clamd's protocol; without it nothing is scanned
 * @param directory where contents are kept, for one instance; without it in GridFS
 * @param scanTimeout limit for one scan
 * @param unclaimedFor how long an upload waits for its report
 */
public record AttachmentProperties(
        @Nullable String clamd,
        @Nullable Path directory,
        @DefaultValue("30s") Duration scanTimeout,
        @DefaultValue("24h") Duration unclaimedFor) {

    public static final AttachmentProperties DEFAULT =
            new AttachmentProperties(null, null, Duration.ofSeconds(30), Duration.ofHours(24));
}
