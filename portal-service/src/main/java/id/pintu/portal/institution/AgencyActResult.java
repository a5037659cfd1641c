package id.pintu.portal.institution;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Result of an act of an institution. */
public sealed interface AgencyActResult {

    /** It is done, or queued and certain to be done. */
    record Done() implements AgencyActResult {}

    /**
     * It will be done, and can be undone until then.
     *
     * @param command by which it is undone
     */
    record WillBeDone(String command, Instant executesAt) implements AgencyActResult {}

    /**
     * It cannot be done about this complaint now.
     *
     * @param code of the problem, such as {@code answered}
     * @param suggested code of an institution that the answer names instead
     */
    record Refused(String code, Optional<String> suggested) implements AgencyActResult {}

    /** The complaint has changed since the page was shown. */
    record ChangedMeanwhile() implements AgencyActResult {}

    /** These fields are invalid. */
    record InvalidFields(Set<String> fields) implements AgencyActResult {
        public InvalidFields {
            fields = Set.copyOf(fields);
        }
    }

    /** The complaint is not with the institution any more. */
    record NotHere() implements AgencyActResult {}

    /** The token is not accepted any more: the sign-in has ended. */
    record SignInEnded() implements AgencyActResult {}

    /** The officer has no role for this act. */
    record NotPermitted() implements AgencyActResult {}

    /** It is not known whether it was done. Submitting it again is safe. */
    record Unavailable() implements AgencyActResult {}
}
