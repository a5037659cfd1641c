package id.pintu.routing.whatif;

import java.util.List;

/**
 * What a draft would have done otherwise than the rules that hold.
 *
 * @param complaints how many were looked at
 * @param moved how many would have gone elsewhere
 * @param loads every place with any of them, the fullest first
 */
public record RuleBookComparison(
        int complaints, int moved, List<MovedComplaints> moves, List<DestinationLoad> loads, DeskAgreement desk) {

    /**
     * Complaints that would go elsewhere.
     *
     * @param from code of an institution, or {@code DESK}
     * @param examples numbers of some of them
     */
    public record MovedComplaints(String from, String to, int complaints, List<String> examples) {}

    /** How many complaints a place gets now, and would get. */
    public record DestinationLoad(String place, int now, int draft) {
        DestinationLoad plus(DestinationLoad other) {
            return new DestinationLoad(place, now + other.now, draft + other.draft);
        }
    }

    /**
     * How often the rules say what the desk decided in the end.
     *
     * @param decided complaints the desk gave to an institution
     */
    public record DeskAgreement(int decided, int now, int draft) {}
}
