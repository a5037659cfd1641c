package id.pintu.routing.whatif;

import java.util.List;

/**
 * Result of comparing a draft rule book with the rules in force.
 *
 * @param complaints number of complaints compared
 * @param moved number of complaints with another destination
 * @param moves moved complaints by former and new destination
 * @param loads all destinations, the one with the most complaints first
 * @param desk agreement of both with the desk's decisions
 */
public record RuleBookComparison(
        int complaints, int moved, List<MovedComplaints> moves, List<DestinationLoad> loads, DeskAgreement desk) {

    /**
     * Complaints that would move from one destination to another.
     *
     * @param from code of an institution, several with plus signs between, or {@code DESK}
     * @param examples ids of some of them
     */
    public record MovedComplaints(String from, String to, int complaints, List<String> examples) {}

    /** Number of complaints of a destination under the rules in force and under the draft. */
    public record DestinationLoad(String place, int now, int draft) {
        DestinationLoad plus(DestinationLoad other) {
            return new DestinationLoad(place, now + other.now, draft + other.draft);
        }
    }

    /**
     * Number of complaints for which the rules agree with the desk's last decision.
     *
     * @param decided complaints that the desk assigned to an institution
     */
    public record DeskAgreement(int decided, int now, int draft) {}
}
