package id.pintu.portal.desk;

import java.util.Locale;

/** Queue of the national desk. */
public enum DeskQueueKind {
    /** Complaints that routing could not assign with enough confidence. */
    DESK,
    /** Complaints that institutions dispute. */
    ARBITER;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
