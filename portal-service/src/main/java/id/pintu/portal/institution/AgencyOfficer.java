package id.pintu.portal.institution;

import id.pintu.support.accounts.AccountRole;
import java.util.List;
import java.util.Optional;

/**
 * JSON of an officer of an institution, as account-service lists them for colleagues.
 *
 * @param account opaque id
 */
public record AgencyOfficer(String account, String name, List<AgencyRole> roles) {

    /**
     * Role at the institution.
     *
     * @param unit that an officer of a unit is of
     */
    public record AgencyRole(String role, Optional<String> unit) {}

    /** Whether one of the roles is that of this unit. */
    public boolean isOfUnit(String unit) {
        return roles.stream().anyMatch(role -> role.unit().filter(unit::equals).isPresent());
    }

    /** Whether one of the roles is for all complaints of the institution. */
    public boolean isLiaison() {
        return roles.stream().anyMatch(role -> role.role().equals(AccountRole.LIAISON_OFFICER.wireName()));
    }
}
