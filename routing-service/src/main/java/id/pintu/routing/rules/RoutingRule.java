package id.pintu.routing.rules;

import java.util.Optional;

/**
 * Immutable rule of the rule book: a condition on reports, and the affair of those that match.
 *
 * @param name kebab-case; appears in events
 * @param line in its CSV file
 * @param settles whether the law leaves no choice: the learned model never overrides it
 */
public record RoutingRule(String name, int line, RuleCondition condition, GovernmentAffair affair, boolean settles) {

    /**
     * Affair of a government or company, which determines who is responsible.
     *
     * @param institution code of the responsible institution; required for levels PUSAT and BUMN
     * @param unit kind of unit, such as {@code Dinas Pendidikan}
     * @param legalBasis law that assigns the responsibility
     */
    public record GovernmentAffair(
            String title, AffairLevel level, Optional<String> institution, Optional<String> unit, String legalBasis) {

        public GovernmentAffair {
            if ((level == AffairLevel.PUSAT || level == AffairLevel.BUMN) && institution.isEmpty()) {
                throw new IllegalArgumentException("an affair of level " + level + " requires an institution");
            }
        }
    }
}
