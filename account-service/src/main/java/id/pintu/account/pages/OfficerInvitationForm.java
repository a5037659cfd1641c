package id.pintu.account.pages;

import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.AccountRole.Extent;
import id.pintu.support.accounts.RoleGrant;
import java.util.Optional;

/**
 * Form of an invitation.
 *
 * @param nama name of the person
 * @param peran role
 * @param instansi code of the institution; empty for a nationwide role
 * @param unit name of the unit; empty unless the role is of one
 */
record OfficerInvitationForm(String nama, String email, String peran, String instansi, String unit) {

    static final OfficerInvitationForm EMPTY = new OfficerInvitationForm("", "", "", "", "");

    /**
     * @throws IllegalArgumentException when role, institution and unit do not fit each other
     */
    RoleGrant grant() {
        AccountRole role = AccountRole.ofWireName(peran).orElseThrow(IllegalArgumentException::new);
        return new RoleGrant(
                role,
                role.extent() == Extent.NATION ? Optional.empty() : text(instansi),
                role.extent() == Extent.UNIT ? text(unit) : Optional.empty());
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(each -> !each.isEmpty());
    }
}
