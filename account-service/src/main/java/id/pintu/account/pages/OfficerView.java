package id.pintu.account.pages;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.support.accounts.RoleGrant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** One account as shown: only the roles that this administrator may take. */
record OfficerView(String id, String name, String email, boolean activated, boolean hasCodes, List<RoleView> roles) {
    static OfficerView of(PersonAccount account, List<RoleGrant> own, UnaryOperator<String> nameOf, Locale locale) {
        return new OfficerView(
                account.id(),
                account.name(),
                account.email(),
                account.isActivated(),
                account.totpSecret().isPresent() && AccountAdministration.administersWhole(own, account),
                account.roles().stream()
                        .filter(role -> OfficersController.mayTake(own, role))
                        .map(role -> RoleView.of(role, nameOf, locale))
                        .toList());
    }
}
