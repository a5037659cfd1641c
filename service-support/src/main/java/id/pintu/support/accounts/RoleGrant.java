package id.pintu.support.accounts;

import id.pintu.support.accounts.AccountRole.Extent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Role within its extent. As text, in the roles claim of an access token: {@code national-desk},
 * {@code liaison-officer@D.33.74}, {@code unit-officer@D.33.74/Dinas Perhubungan}.
 *
 * @param institution registry code; present unless the role is nationwide
 * @param unit name of a unit of the institution; present for unit officers only
 */
public record RoleGrant(AccountRole role, Optional<String> institution, Optional<String> unit) {

    private static final Pattern TEXT = Pattern.compile("([a-z-]+)(?:@([A-Z0-9.]+)(?:/(.+))?)?");

    private static final Pattern UNIT = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029]{1,100}");

    /**
     * @throws IllegalArgumentException when institution or unit is missing, or present without need
     */
    public RoleGrant {
        if (institution.isPresent() != (role.extent() != Extent.NATION)) {
            throw new IllegalArgumentException(
                    role.wireName() + (institution.isPresent() ? " has no institution" : " needs an institution"));
        }
        if (unit.filter(name -> !UNIT.matcher(name).matches()).isPresent()) {
            throw new IllegalArgumentException("a unit has at most 100 characters, in one line");
        }
        if (unit.isPresent() != (role.extent() == Extent.UNIT)) {
            throw new IllegalArgumentException(role.wireName() + (unit.isPresent() ? " has no unit" : " needs a unit"));
        }
    }

    public static RoleGrant nationwide(AccountRole role) {
        return new RoleGrant(role, Optional.empty(), Optional.empty());
    }

    public static RoleGrant within(AccountRole role, String institution) {
        return new RoleGrant(role, Optional.of(institution), Optional.empty());
    }

    /**
     * @throws IllegalArgumentException when the text is none
     */
    public static RoleGrant parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("is a role, with @ and the code of an institution where it needs one");
        }
        AccountRole role =
                AccountRole.ofWireName(parts.group(1)).orElseThrow(() -> new IllegalArgumentException("names no role"));
        return new RoleGrant(role, Optional.ofNullable(parts.group(2)), Optional.ofNullable(parts.group(3)));
    }

    @Override
    public String toString() {
        return role.wireName()
                + institution.map(code -> "@" + code).orElse("")
                + unit.map(name -> "/" + name).orElse("");
    }
}
