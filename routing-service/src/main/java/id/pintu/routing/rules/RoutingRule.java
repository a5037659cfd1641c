package id.pintu.routing.rules;

import java.util.Optional;

/**
 * One line of the rule book: what is asked of a report, and whose affair it then is.
 *
 * @param name kebab-case; becomes part of the ledger
 * @param line where it stands in its file
 */
public record RoutingRule(String name, int line, RuleCondition condition, GovernmentAffair affair, boolean settles) {

    /**
     * Whose it is.
     *
     * @param institution code of the one institution whose affair it is; levels PUSAT and BUMN have one
     * @param unit the kind of unit, such as {@code Dinas Pendidikan}
     * @param legalBasis the law that says so
     */
    public record GovernmentAffair(
            String title, AffairLevel level, Optional<String> institution, Optional<String> unit, String legalBasis) {

        public GovernmentAffair {
            if ((level == AffairLevel.PUSAT || level == AffairLevel.BUMN) && institution.isEmpty()) {
                throw new IllegalArgumentException("an affair of level " + level + " names its institution");
            }
        }
    }
}
