package id.pintu.intake.attachments;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Scheduled job that deletes uploads that no report claimed in time. */
public final class EndedUploadRemover {

    private static final Logger log = LoggerFactory.getLogger(EndedUploadRemover.class);

    private final AttachmentStore store;
    private final InstantSource clock;

    public EndedUploadRemover(AttachmentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
    void removeEnded() {
        int deleted = store.deleteEnded(clock.instant());
        if (deleted > 0) {
            log.info("deleted {} uploads that no report claimed", deleted);
        }
    }
}
