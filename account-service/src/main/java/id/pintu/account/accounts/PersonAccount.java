package id.pintu.account.accounts;

import id.pintu.support.accounts.RoleGrant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Account of a person.
 *
 * @param id opaque; the only thing about a person that leaves this service, but for the name where it may be seen
 * @param email address in lower case, by which the person signs in
 * @param name as colleagues and the national desk see it
 * @param passwordHash Argon2id in PHC format; empty until the invitation is accepted
 * @param totpSecret encrypted secret of the one-time codes; present when they are asked for
 * @param link latest one-time link that was not used
 */
public record PersonAccount(
        String id,
        String email,
        String name,
        Instant createdAt,
        Optional<String> passwordHash,
        Optional<String> totpSecret,
        List<StoredPasskey> passkeys,
        List<HeldRole> roles,
        Optional<OneTimeLink> link) {

    public PersonAccount {
        passkeys = List.copyOf(passkeys);
        roles = List.copyOf(roles);
    }

    /** Account of an invited person, who has yet to choose a password. */
    public static PersonAccount invited(String id, String email, String name, Instant now, HeldRole role) {
        return new PersonAccount(
                id,
                normalised(email),
                name.strip(),
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(role),
                Optional.empty());
    }

    /** Form in which addresses are compared: many write their own in several ways. */
    public static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Roles held at a moment, without repetition. */
    public List<RoleGrant> grantsAt(Instant now) {
        return roles.stream()
                .filter(role -> role.isHeldAt(now))
                .map(HeldRole::roleGrant)
                .distinct()
                .toList();
    }

    /** Whether the invitation was accepted. */
    public boolean isActivated() {
        return passwordHash.isPresent();
    }

    /** Copy with a password; the link by which it was set works no more. */
    public PersonAccount withPassword(String hash) {
        return new PersonAccount(
                id, email, name, createdAt, Optional.of(hash), totpSecret, passkeys, roles, Optional.empty());
    }

    public PersonAccount withTotpSecret(Optional<String> encrypted) {
        return new PersonAccount(id, email, name, createdAt, passwordHash, encrypted, passkeys, roles, link);
    }

    /** Copy with a passkey, which replaces that of the same id. */
    public PersonAccount withPasskey(StoredPasskey passkey) {
        List<StoredPasskey> all = Stream.concat(withoutPasskey(passkey.id()).passkeys.stream(), Stream.of(passkey))
                .toList();
        return new PersonAccount(id, email, name, createdAt, passwordHash, totpSecret, all, roles, link);
    }

    public PersonAccount withoutPasskey(String credentialId) {
        List<StoredPasskey> others = passkeys.stream()
                .filter(each -> !each.id().equals(credentialId))
                .toList();
        return new PersonAccount(id, email, name, createdAt, passwordHash, totpSecret, others, roles, link);
    }

    /** Copy with a role, which replaces an earlier one of the same grant and origin. */
    public PersonAccount withRole(HeldRole role) {
        List<HeldRole> all = Stream.concat(
                        roles.stream()
                                .filter(each -> !each.grant().equals(role.grant())
                                        || !each.delegatedBy().equals(role.delegatedBy())),
                        Stream.of(role))
                .toList();
        return new PersonAccount(id, email, name, createdAt, passwordHash, totpSecret, passkeys, all, link);
    }

    /** Copy with these roles alone. */
    public PersonAccount withRoles(List<HeldRole> remaining) {
        return new PersonAccount(id, email, name, createdAt, passwordHash, totpSecret, passkeys, remaining, link);
    }

    /** Copy without a role, however it is held. */
    public PersonAccount withoutRole(String grant) {
        return withRoles(
                roles.stream().filter(role -> !role.grant().equals(grant)).toList());
    }

    public PersonAccount withoutPasskeys() {
        return new PersonAccount(id, email, name, createdAt, passwordHash, totpSecret, List.of(), roles, link);
    }

    public PersonAccount withLink(OneTimeLink sent) {
        return new PersonAccount(
                id, email, name, createdAt, passwordHash, totpSecret, passkeys, roles, Optional.of(sent));
    }
}
