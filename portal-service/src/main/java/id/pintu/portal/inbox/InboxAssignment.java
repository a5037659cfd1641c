package id.pintu.portal.inbox;

import id.pintu.events.InstitutionRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has a complaint.
 *
 * @param since when it was assigned to the institution
 * @param unit of the institution that it was given to (disposisi)
 * @param account id of the officer who has it in hand
 */
public record InboxAssignment(
        InstitutionRef institution, Instant since, Optional<String> unit, Optional<String> account) {

    static InboxAssignment to(InstitutionRef institution, Instant since) {
        return new InboxAssignment(institution, since, Optional.empty(), Optional.empty());
    }

    InboxAssignment withUnit(String name) {
        return new InboxAssignment(institution, since, Optional.of(name), account);
    }

    InboxAssignment withAccount(Optional<String> id) {
        return new InboxAssignment(institution, since, unit, id);
    }
}
