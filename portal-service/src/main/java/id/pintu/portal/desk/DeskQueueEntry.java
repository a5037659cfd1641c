package id.pintu.portal.desk;

import com.fasterxml.jackson.annotation.JsonCreator;
import id.pintu.events.ReportAttachment;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a complaint in a queue of the desk, as routing-service lists it.
 *
 * @param since when it was submitted; absent or empty when that is not known
 * @param dispute why the arbiter has it; absent or empty when no institutions dispute
 * @param refusals the institutions that returned it, in order
 * @param choices the likely institutions, the likeliest first
 * @param explanation why routing did not decide; may be empty
 * @param decisions earlier decisions of accounts about who is responsible, oldest first
 * @param incident the incident it reports, when other waiting complaints report the same
 * @param attachments of the report
 */
public record DeskQueueEntry(
        String complaintId,
        Optional<Instant> since,
        String title,
        String text,
        Optional<DisputeReason> dispute,
        List<RefusalByInstitution> refusals,
        List<LikelyInstitution> choices,
        BilingualText explanation,
        List<PastDeskDecision> decisions,
        Optional<QueuedIncident> incident,
        Optional<List<ReportAttachment>> attachments) {

    public DeskQueueEntry {
        refusals = List.copyOf(refusals);
        choices = List.copyOf(choices);
        decisions = List.copyOf(decisions);
    }

    /** Why institutions cannot settle it between themselves. */
    public enum DisputeReason {
        /** It was passed on as often as is allowed. */
        TRANSFERS_USED_UP,
        /** It would go back to an institution that has returned it. */
        CYCLE;

        /** routing-service writes an empty text where nothing is disputed. */
        @JsonCreator
        static @Nullable DisputeReason parse(String name) {
            return name.isEmpty() ? null : valueOf(name);
        }
    }

    /**
     * One institution's refusal.
     *
     * @param reason as the institution wrote it
     * @param suggested code of the institution it considers responsible
     */
    public record RefusalByInstitution(String institution, String name, String reason, Optional<String> suggested) {}

    /**
     * One decision of an account.
     *
     * @param what such as {@code complaint-returned}
     * @param account opaque id, or {@code program/} and the name of a program
     * @param role that it acted by, such as {@code liaison-officer@D.33.74}
     */
    public record PastDeskDecision(String what, Instant at, String account, String role) {}

    /**
     * Complaints about the same incident.
     *
     * @param first the earliest complaint about it, whether it waits or not
     * @param waiting how many complaints about it wait, this one included
     * @param others the beginnings of the texts of some of the others
     */
    public record QueuedIncident(String first, int waiting, List<String> others) {
        public QueuedIncident {
            others = List.copyOf(others);
        }
    }

    /**
     * @param confidence 0 to 1
     */
    public record LikelyInstitution(String institution, String name, double confidence) {}
}
