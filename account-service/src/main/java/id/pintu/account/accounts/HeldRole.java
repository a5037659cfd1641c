package id.pintu.account.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.pintu.support.accounts.RoleGrant;
import java.time.Instant;
import java.util.Optional;

/**
 * Role that an account holds.
 *
 * @param grant text of the {@link RoleGrant}
 * @param until end of a delegation; empty for a role without end
 * @param delegatedBy id of the account whose role it is; empty unless it was delegated
 */
public record HeldRole(String grant, Optional<Instant> until, Optional<String> delegatedBy) {

    public static HeldRole permanent(RoleGrant grant) {
        return new HeldRole(grant.toString(), Optional.empty(), Optional.empty());
    }

    public static HeldRole delegated(RoleGrant grant, String by, Instant until) {
        return new HeldRole(grant.toString(), Optional.of(until), Optional.of(by));
    }

    @JsonIgnore
    public RoleGrant roleGrant() {
        return RoleGrant.parse(grant);
    }

    public boolean isHeldAt(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}
