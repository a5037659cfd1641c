package id.pintu.intake.attachments;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of attachments, {@code pintu.intake.attachments.*}.
 *
 * @param clamd {@code host:port} of a virus scanner that speaks clamd's protocol; without it nothing is scanned
 * @param scanTimeout limit for one scan
 * @param unclaimedFor how long an upload waits for its report
 */
public record AttachmentProperties(
        @Nullable String clamd,
        @DefaultValue("30s") Duration scanTimeout,
        @DefaultValue("24h") Duration unclaimedFor) {

    public static final AttachmentProperties DEFAULT =
            new AttachmentProperties(null, Duration.ofSeconds(30), Duration.ofHours(24));
}
