package id.pintu.portal.inbox;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How far the responsible institution is with a complaint. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum InboxStage {
    /** Assigned; the institution has done nothing yet. */
    NEW,
    IN_PROGRESS,
    /** The institution asked the reporter, who has not replied yet. */
    AWAITING_REPORTER,
    /** The final answer was given; the reporter may rate or contest it. */
    ANSWERED,
    /** Closed, withdrawn or archived. */
    ENDED;

    /** Whether the institution still has to do something, now or after the reporter's reply. */
    public boolean isOpen() {
        return this == NEW || this == IN_PROGRESS || this == AWAITING_REPORTER;
    }
}
