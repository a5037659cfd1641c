package id.pintu.notification.notice;

import java.util.Locale;

/** The steps a reporter hears of. A transfer or a return has no words of its own: a routing follows. */
public enum NoticeType {
    SUBMITTED,
    HELD_FOR_DESK,
    ROUTED,
    CLARIFICATION_ASKED,
    FOLLOW_UP_POSTED,
    RESOLVED,
    ARCHIVED,
    DEADLINE_MISSED,
    /** The overall limit has passed: does the reporter agree to the Ombudsman? */
    OMBUDSMAN_ASKED,
    OMBUDSMAN_HAS_IT,
    CLOSED_RATED,
    /** Closed because the reporter did not react to the answer. */
    CLOSED_SILENT;

    /** Kebab-case, such as {@code held-for-desk}: the name of its file of words. */
    public String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
