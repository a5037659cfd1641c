package id.pintu.notification.notice;

import java.util.Locale;

/** Type of a notice: a step the reporter is notified of. Transfer and return have none, because a routing follows. */
public enum NoticeType {
    SUBMITTED,
    /** Not of an event: asks the reporter to confirm an e-mail address that got no receipt. */
    CONFIRM_ADDRESS,
    HELD_FOR_DESK,
    ROUTED,
    CLARIFICATION_ASKED,
    /** The reporter has not replied to a question for so long that the time limit runs on. */
    QUESTION_UNANSWERED,
    FOLLOW_UP_POSTED,
    RESOLVED,
    /** Can be contested, once. */
    ARCHIVED,
    /** Archived after it was contested, which ends the complaint. */
    ARCHIVED_AGAIN,
    DEADLINE_MISSED,
    /** The overall limit has passed: asks for consent to hand the complaint on to the Ombudsman. */
    OMBUDSMAN_ASKED,
    OMBUDSMAN_HAS_IT,
    CLOSED_RATED,
    /** Closed because the reporter did not react to the answer. */
    CLOSED_SILENT;

    /** Whether its mail holds the link by which an e-mail address is confirmed, as long as that is not. */
    public boolean asksToConfirmAddress() {
        return this == SUBMITTED || this == CONFIRM_ADDRESS;
    }

    /** Name of the template file in kebab case, such as {@code held-for-desk}. */
    public String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
