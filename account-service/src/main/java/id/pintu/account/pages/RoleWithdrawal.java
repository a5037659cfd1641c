package id.pintu.account.pages;

import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.kafka.TokenRevoker;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Withdrawal of a role, whoever asks for it: its tokens end, and what its holder delegated of it. */
@Component
class RoleWithdrawal {

    private final AccountStore accounts;
    private final TokenRevoker revoker;

    RoleWithdrawal(AccountStore accounts, TokenRevoker revoker) {
        this.accounts = accounts;
        this.revoker = revoker;
    }

    /** The account without the role; empty when there is no such account. */
    Optional<PersonAccount> withdraw(String holder, String grant) {
        Optional<PersonAccount> changed = accounts.change(holder, account -> account.withoutRole(grant));
        if (changed.isPresent()) {
            endDelegationsBy(holder, grant);
            revoker.revokeAccount(holder);
        }
        return changed;
    }

    /** Who has lost a role has nothing left to delegate. */
    private void endDelegationsBy(String owner, String grant) {
        accounts.all().stream()
                .filter(each -> each.roles().stream().anyMatch(role -> isDelegatedBy(role, owner, grant)))
                .forEach(each -> {
                    accounts.change(
                            each.id(),
                            account -> account.withRoles(account.roles().stream()
                                    .filter(role -> !isDelegatedBy(role, owner, grant))
                                    .toList()));
                    revoker.revokeAccount(each.id());
                });
    }

    private static boolean isDelegatedBy(HeldRole role, String owner, String grant) {
        return role.grant().equals(grant)
                && role.delegatedBy().filter(owner::equals).isPresent();
    }
}
