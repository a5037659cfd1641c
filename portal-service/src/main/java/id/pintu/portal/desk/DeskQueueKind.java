package id.pintu.portal.desk;

import java.util.Locale;

/** Who at the desk complaints wait for. */
public enum DeskQueueKind {
    /** Nobody was sure whose they are. */
    DESK,
    /** Institutions do not agree about them. */
    ARBITER;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
