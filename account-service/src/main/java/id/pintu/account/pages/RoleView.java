package id.pintu.account.pages;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.HeldRole;
import id.pintu.support.accounts.RoleGrant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A held role as shown.
 *
 * @param grant text of the grant
 * @param role name of the role, part of the key of its message
 * @param place code of the institution and name of the unit; empty for a nationwide role
 * @param until end of a delegation; empty without one
 * @param by name of who delegated it; empty without
 */
record RoleView(String grant, String role, String place, String until, String by, boolean delegable) {

    static RoleView of(HeldRole held, UnaryOperator<String> nameOf, Locale locale) {
        RoleGrant grant = held.roleGrant();
        return new RoleView(
                held.grant(),
                grant.role().wireName(),
                grant.institution().orElse("")
                        + grant.unit().map(unit -> " · " + unit).orElse(""),
                held.until().map(end -> DisplayedMoment.of(end, locale)).orElse(""),
                held.delegatedBy().map(nameOf).orElse(""),
                held.delegatedBy().isEmpty() && AccountAdministration.mayDelegate(grant));
    }
}
