package id.pintu.portal.desk;

import id.pintu.support.explanations.BilingualText;
import java.util.List;
import java.util.Optional;

/**
 * A complaint that waits for the desk, as routing-service tells it.
 *
 * @param since when it was submitted, ISO-8601; empty when that is not known
 * @param dispute why the arbiter has it; empty when nobody disputes
 * @param refusals what the institutions said that returned it, in order
 * @param choices the institutions it is likely for, the likeliest first
 * @param explanation why nobody was sure; may be empty
 * @param incident what it tells of, when others that wait for the desk tell of it too
 */
public record DeskQueueEntry(
        String complaintId,
        String since,
        String title,
        String text,
        String dispute,
        List<RefusalByInstitution> refusals,
        List<LikelyInstitution> choices,
        BilingualText explanation,
        Optional<QueuedIncident> incident) {

    public DeskQueueEntry {
        refusals = List.copyOf(refusals);
        choices = List.copyOf(choices);
    }

    /**
     * @param reason in the institution's own words
     * @param suggested code of the one it thinks is right
     */
    public record RefusalByInstitution(String institution, String name, String reason, Optional<String> suggested) {}

    /**
     * @param first the complaint that told of it first, wherever it is
     * @param waiting how many tell of it and wait, this one included
     * @param others how some of the others begin
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
