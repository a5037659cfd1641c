package id.pintu.account.signin;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.support.accounts.RoleGrant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * User details of an account. The user name is the account's id, also where the person typed an e-mail address: it is what
 * tokens and sessions carry.
 *
 * @param roles held when the person signed in, for the audit log; what is allowed is decided by those held now
 */
record AccountUserDetails(String id, Optional<String> passwordHash, List<String> roles) implements UserDetails {

    static AccountUserDetails of(PersonAccount account, Instant now) {
        return new AccountUserDetails(
                account.id(),
                account.passwordHash(),
                account.grantsAt(now).stream().map(RoleGrant::toString).toList());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(roles);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash.orElse(null);
    }

    @Override
    public String getUsername() {
        return id;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return id;
    }
}
