package id.pintu.account.accounts;

import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of who may give and take which role, and see whose name. */
public final class AccountAdministration {

    /** Roles that the administrator of an institution gives, within it. */
    private static final Set<AccountRole> OF_INSTITUTION =
            EnumSet.of(AccountRole.UNIT_OFFICER, AccountRole.LIAISON_OFFICER, AccountRole.INSTITUTION_ADMIN);

    /** Roles that their holder may delegate for a time: not those that give roles, which would outlive the delegation. */
    private static final Set<AccountRole> DELEGABLE = EnumSet.of(
            AccountRole.UNIT_OFFICER,
            AccountRole.LIAISON_OFFICER,
            AccountRole.PROVINCE_OVERSIGHT,
            AccountRole.NATIONAL_DESK,
            AccountRole.ARBITER);

    private AccountAdministration() {}

    /** Whether somebody with these roles gives and takes that one. */
    public static boolean mayGrant(Collection<RoleGrant> own, RoleGrant grant) {
        return isOperator(own)
                || (OF_INSTITUTION.contains(grant.role())
                        && grant.institution()
                                .filter(administeredBy(own)::contains)
                                .isPresent());
    }

    /** Whether somebody with these roles administers accounts at all. */
    public static boolean isAdministrator(Collection<RoleGrant> own) {
        return isOperator(own) || !administeredBy(own).isEmpty();
    }

    /** Roles that somebody with these roles may give. */
    public static List<AccountRole> grantableRoles(Collection<RoleGrant> own) {
        return isOperator(own)
                ? List.of(AccountRole.values())
                : administeredBy(own).isEmpty() ? List.of() : List.copyOf(OF_INSTITUTION);
    }

    public static boolean mayDelegate(RoleGrant grant) {
        return DELEGABLE.contains(grant.role());
    }

    /** Whether a role may be delegated to an account: that of a colleague, in the same institution or also nationwide. */
    public static boolean mayReceive(PersonAccount colleague, RoleGrant grant) {
        return colleague.roles().stream()
                .filter(role -> role.delegatedBy().isEmpty())
                .anyMatch(role -> role.roleGrant().institution().equals(grant.institution()));
    }

    /** Whether every role of an account is one that somebody with these roles gives and takes. */
    public static boolean administersWhole(Collection<RoleGrant> own, PersonAccount account) {
        return account.roles().stream().allMatch(role -> mayGrant(own, role.roleGrant()));
    }

    /**
     * Whether the name of an account may be seen: by oneself, the operator, the national desk and arbiters, and by colleagues
     * of the same institution.
     */
    public static boolean maySeeName(String viewer, Collection<RoleGrant> own, PersonAccount account) {
        return viewer.equals(account.id())
                || own.stream()
                        .anyMatch(each -> each.role() == AccountRole.SYSTEM_OPERATOR
                                || each.role() == AccountRole.NATIONAL_DESK
                                || each.role() == AccountRole.ARBITER)
                || account.roles().stream()
                        .map(role -> role.roleGrant().institution())
                        .flatMap(Optional::stream)
                        .anyMatch(code -> own.stream()
                                .anyMatch(each ->
                                        each.institution().filter(code::equals).isPresent()));
    }

    /** Whether an account can run the installation for good: signed in once, and not by a delegation. */
    public static boolean isPermanentOperator(PersonAccount account) {
        return account.isActivated()
                && account.roles().stream()
                        .anyMatch(role ->
                                role.delegatedBy().isEmpty() && role.roleGrant().role() == AccountRole.SYSTEM_OPERATOR);
    }

    private static boolean isOperator(Collection<RoleGrant> own) {
        return own.stream().anyMatch(each -> each.role() == AccountRole.SYSTEM_OPERATOR);
    }

    private static List<String> administeredBy(Collection<RoleGrant> own) {
        return own.stream()
                .filter(each -> each.role() == AccountRole.INSTITUTION_ADMIN)
                .flatMap(each -> each.institution().stream())
                .toList();
    }
}
