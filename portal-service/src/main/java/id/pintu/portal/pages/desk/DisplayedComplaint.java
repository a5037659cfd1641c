package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueEntry;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.pages.attachments.DisplayedAttachment;
import id.pintu.portal.tracking.NationalDesk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * View of the complaint that an officer decides about, in one language.
 *
 * @param cursor its position in the queue
 * @param explanation why routing did not decide; may be empty
 */
record DisplayedComplaint(
        ReportSummary report,
        String cursor,
        String explanation,
        List<DisplayedDecision> decisions,
        Optional<DisplayedDispute> dispute,
        List<DisplayedCandidate> candidates,
        Optional<DisplayedIncident> incident) {

    private static final String PROGRAM = "program/";

    /** @param number the complaint's tracking number */
    record ReportSummary(
            String number,
            String title,
            String text,
            Optional<DisplayedTime> since,
            List<DisplayedAttachment> attachments) {}

    /**
     * Earlier decision of an account.
     *
     * @param who name of the person, where it may be seen; otherwise that of the program, or empty
     * @param role key of the message of the role
     * @param place code of the institution of the role; empty for a nationwide one
     */
    record DisplayedDecision(String messageKey, String who, String role, String place, DisplayedTime at) {}

    /** @param messageKey key of the message why the arbiter has it */
    record DisplayedDispute(String messageKey, List<DisplayedInstitutionRefusal> refusals) {}

    /** @param suggested name of the institution that the refusing one considers responsible */
    record DisplayedInstitutionRefusal(String name, String reason, Optional<String> suggested) {}

    /**
     * Complaints about the same incident.
     *
     * @param first the earliest complaint about it
     * @param waiting how many wait, this one included
     * @param others the beginnings of some of the others
     * @param more how many others there are besides these
     */
    record DisplayedIncident(String first, int waiting, List<String> others, int more) {}

    /**
     * @param names maps an institution's code to its name
     * @param people names of accounts by id, of those that may be seen
     */
    static DisplayedComplaint of(
            DeskQueueEntry entry,
            String cursor,
            UnaryOperator<String> names,
            Map<String, String> people,
            Locale locale) {
        return new DisplayedComplaint(
                new ReportSummary(
                        entry.complaintId(),
                        entry.title(),
                        entry.text(),
                        entry.since().map(since -> DisplayedTime.of(since, NationalDesk.ZONE, locale)),
                        DisplayedAttachment.listOf(
                                entry.attachments().orElse(List.of()),
                                number -> "/meja/lampiran/" + entry.complaintId() + "/" + number,
                                locale)),
                cursor,
                entry.explanation().in(locale),
                entry.decisions().stream()
                        .map(decision -> decision(decision, people, locale))
                        .toList(),
                entry.dispute().map(reason -> dispute(reason, entry.refusals(), names)),
                DisplayedCandidate.listOf(entry, names),
                entry.incident().map(DisplayedComplaint::incident));
    }

    private static DisplayedDecision decision(
            DeskQueueEntry.PastDeskDecision decision, Map<String, String> people, Locale locale) {
        String[] role = decision.role().split("[@/]", 3);
        String program =
                decision.account().startsWith(PROGRAM) ? decision.account().substring(PROGRAM.length()) : "";
        return new DisplayedDecision(
                "desk.decided." + decision.what(),
                people.getOrDefault(decision.account(), program),
                "role." + role[0],
                role.length > 1 ? role[1] : "",
                DisplayedTime.of(decision.at(), NationalDesk.ZONE, locale));
    }

    private static DisplayedDispute dispute(
            DeskQueueEntry.DisputeReason reason,
            List<DeskQueueEntry.RefusalByInstitution> refusals,
            UnaryOperator<String> names) {
        return new DisplayedDispute(
                "desk.dispute." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                refusals.stream()
                        .map(refusal -> new DisplayedInstitutionRefusal(
                                refusal.name(),
                                refusal.reason(),
                                refusal.suggested().map(names)))
                        .toList());
    }

    private static DisplayedIncident incident(DeskQueueEntry.QueuedIncident incident) {
        return new DisplayedIncident(
                incident.first(),
                incident.waiting(),
                incident.others(),
                incident.waiting() - 1 - incident.others().size());
    }
}
