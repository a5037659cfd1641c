package id.pintu.portal.pages.inbox;

import id.pintu.portal.institution.OfficerAct;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.pages.attachments.DisplayedAttachment;
import java.util.List;
import java.util.Optional;

/**
 * View of one complaint for its institution, in one language.
 *
 * @param report what it says
 * @param handling who has it, how far it is, and until when
 * @param history what happened, and what was said
 * @param neighbours URLs of the list and of the complaints before and after in it
 * @param related other complaints about the same incident, and those it is a part of
 * @param choices of the forms
 * @param acts what the officer may do now
 */
record DisplayedCase(
        String number,
        CaseReport report,
        CaseHandling handling,
        CaseHistory history,
        CaseNeighbours neighbours,
        CaseRelatives related,
        CaseChoices choices,
        List<OfficerAct> acts) {

    /** Seconds in which an act that can be undone no more is carried out and seen here. */
    private static final int EXECUTION = 3;

    /**
     * @param kind key of its message
     * @param place in words; may be empty
     * @param point of a map, where the reporter's device sent one
     */
    record CaseReport(
            String title,
            String text,
            String kind,
            String place,
            Optional<MapPoint> point,
            Optional<String> occurredOn,
            DisplayedTime submitted,
            List<String> badges,
            List<DisplayedAttachment> attachments) {}

    /**
     * @param coordinates such as {@code -6.98000, 110.41000}
     * @param address that a telephone opens in its map
     * @param map empty where no town is near
     */
    record MapPoint(String coordinates, String address, Optional<PointMap> map) {}

    /**
     * @param stage key of the message how far it is
     * @param unit that has it; may be empty
     * @param assignee name of the officer who has it in hand; empty when nobody has, or the name is not known just now
     * @param inHand whether an officer has it
     * @param mine whether that is the officer who asks
     * @param why it came to this institution; may be empty
     * @param next what is due next, in words; empty when nothing is
     * @param version of the complaint, for the check that nobody else was quicker; empty when it cannot be checked
     */
    record CaseHandling(
            String stage,
            String unit,
            String assignee,
            boolean inHand,
            boolean mine,
            String why,
            Optional<CaseDeadline> next,
            List<CaseClock> clocks,
            List<CasePendingAct> pending,
            String version) {}

    /** @param what is due */
    record CaseDeadline(String what, DisplayedDue due) {}

    /**
     * One clock.
     *
     * @param state last part of the key of the message
     * @param days the limit
     * @param calendarDays whether these are calendar days
     * @param pauses how often it was paused
     * @param decree that moved it; may be empty
     * @param letter how it was counted, line by line; empty when that is not known just now
     */
    record CaseClock(
            String what,
            String state,
            DisplayedTime due,
            DisplayedTime start,
            int days,
            boolean calendarDays,
            int pauses,
            boolean provisional,
            String decree,
            List<String> letter) {}

    /**
     * An act that can be undone.
     *
     * @param messageKey key of the message what it is
     * @param secondsLeft at least 1
     * @param until time of day, with seconds
     */
    record CasePendingAct(String command, String messageKey, long secondsLeft, String until) {}

    /**
     * @param entries number of the steps, for telling later what is new
     */
    record CaseHistory(List<CaseStep> steps, int entries, List<CaseMessage> conversation, List<CaseNote> notes) {}

    /**
     * @param quote what a person wrote; may be empty
     */
    record CaseStep(DisplayedTime at, String label, String explanation, String quote) {}

    /** @param byReporter otherwise the institution asked */
    record CaseMessage(boolean byReporter, String text, DisplayedTime at) {}

    /** @param by name of the officer; may be empty */
    record CaseNote(String by, String text, DisplayedTime at) {}

    /**
     * URLs.
     *
     * @param here of this page, without its language
     */
    record CaseNeighbours(String list, Optional<String> previous, Optional<String> next, String here) {}

    /**
     * @param same open complaints about the same incident
     * @param answerTogether whether they can be answered with this one
     * @param partOf number of the complaint that this one is a part of; may be empty
     */
    record CaseRelatives(List<DisplayedInboxItem> same, boolean answerTogether, String partOf) {}

    /** Seconds until nothing can be undone any more and the page shows what became of it; empty when nothing can be now. */
    public Optional<Long> refreshAfter() {
        return handling.pending().stream()
                .map(CasePendingAct::secondsLeft)
                .max(Long::compare)
                .map(seconds -> seconds + EXECUTION);
    }

    /** Whether the officer may do the act with this name now. */
    public boolean allows(String act) {
        return acts.contains(OfficerAct.valueOf(act));
    }
}
