package id.pintu.portal.institution;

import id.pintu.events.ComplaintId;
import id.pintu.events.SubmittedReport;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * JSON of a complaint as routing-service shows it to the responsible institution.
 *
 * @param phase such as {@code AT_INSTITUTION}
 * @param explanation why it was assigned to this institution, in sentences
 * @param conversation the newest questions to the reporter and replies, oldest first
 * @param version number of its events so far, for {@code If-Match}
 * @param assignee id of the account that has it in hand
 * @param notes internal notes, oldest first
 * @param pending acts that can still be undone
 * @param allowedActs names of the acts that the caller may do now; absent where routing-service does not say
 */
public record AgencyComplaint(
        String phase,
        Optional<SubmittedReport> report,
        Optional<Instant> submittedAt,
        Optional<String> unit,
        int assignments,
        Optional<BilingualText> explanation,
        List<AgencyMessage> conversation,
        Optional<RelatedReports> family,
        Optional<Long> version,
        Optional<String> assignee,
        Optional<List<AgencyNote>> notes,
        Optional<List<UndoableAct>> pending,
        Optional<List<String>> allowedActs) {

    /** @param from {@code institution} or {@code reporter} */
    public record AgencyMessage(Instant at, String from, Optional<String> institution, String text) {}

    /** @param account id of the account that wrote it */
    public record AgencyNote(Instant at, Optional<String> account, String text) {}

    /**
     * @param partOf the complaint that this one is a part of
     * @param repeats the first complaint about the same incident
     */
    public record RelatedReports(
            Optional<ComplaintId> partOf, List<ComplaintId> parts, Optional<ComplaintId> repeats) {}

    /**
     * Act that was accepted and not carried out yet.
     *
     * @param command its id
     * @param name of the act, such as {@code resolve}
     */
    public record UndoableAct(String command, String name, Instant executesAt, Optional<String> account) {}

    /** Whether an act is allowed now. */
    public boolean allows(OfficerAct act) {
        return allowedActs
                .map(names -> names.contains(act.path()))
                .orElseGet(() -> act.isBasic() && phase.equals("AT_INSTITUTION"));
    }
}
