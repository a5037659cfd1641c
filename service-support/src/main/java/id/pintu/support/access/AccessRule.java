package id.pintu.support.access;

import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * One line of the access rules.
 *
 * @param methods of the requests it is about; GET includes HEAD
 * @param path pattern as Spring MVC has it; {@code {code}} is the institution that the request is about
 * @param audience who may call it
 * @param roles those that may call it when it needs a role, in the order in which a caller who has several acts by one
 */
public record AccessRule(Set<HttpMethod> methods, String path, Audience audience, List<AccountRole> roles) {

    /** Path variable of the institution that a request is about. */
    static final String INSTITUTION = "code";

    /** The two digits of a province, at the beginning of the codes of its own and its kabupaten's and kota's governments. */
    private static final Pattern PROVINCE = Pattern.compile("[PD]\\.(\\d\\d)");

    /** Who may call a path. */
    public enum Audience {
        /** Everybody; a reporter's key, where one is needed, is checked by the controller. */
        EVERYBODY,
        /** Who is signed in at the page, which has a security chain of its own; nobody with a token or a key. */
        PAGE_SESSION,
        /** Everybody, at a page that has a security chain of its own. */
        OPEN_PAGE,
        /** Every account, of whatever role. */
        ANY_ACCOUNT,
        /** Channels with a key for SMS. */
        SMS_CHANNEL,
        /** Accounts with one of the roles. */
        ROLES
    }

    /**
     * @throws IllegalArgumentException when a role of an institution is to call a path that names none
     */
    public AccessRule {
        methods = Set.copyOf(methods);
        roles = List.copyOf(roles);
        if (roles.isEmpty() == (audience == Audience.ROLES)) {
            throw new IllegalArgumentException(path + " has roles if and only if it needs one");
        }
        if (!path.contains("{" + INSTITUTION + "}")
                && roles.stream().anyMatch(role -> role.extent() != AccountRole.Extent.NATION)) {
            throw new IllegalArgumentException(path + " names no institution that a role could be within");
        }
    }

    /** Whether another security chain decides, that of pages with a session. */
    public boolean isOfPage() {
        return audience == Audience.PAGE_SESSION || audience == Audience.OPEN_PAGE;
    }

    static AccessRule open(String path, HttpMethod... methods) {
        return new AccessRule(Set.of(methods), path, Audience.EVERYBODY, List.of());
    }

    static AccessRule get(String path, AccountRole... roles) {
        return new AccessRule(Set.of(HttpMethod.GET), path, Audience.ROLES, Arrays.asList(roles));
    }

    static AccessRule post(String path, AccountRole... roles) {
        return new AccessRule(Set.of(HttpMethod.POST), path, Audience.ROLES, Arrays.asList(roles));
    }

    static AccessRule change(String path, AccountRole... roles) {
        return new AccessRule(
                Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE),
                path,
                Audience.ROLES,
                Arrays.asList(roles));
    }

    /** Whether it is about requests with this method. */
    boolean coversMethod(String method) {
        return methods.contains(HttpMethod.valueOf(method.equals("HEAD") ? "GET" : method));
    }

    /**
     * Those of an account's grants by which it may make a request.
     *
     * @param institution code in the path; empty where the path has none
     */
    public List<RoleGrant> permitting(List<RoleGrant> grants, Optional<String> institution) {
        return roles.stream()
                .flatMap(role -> grants.stream().filter(grant -> grant.role() == role))
                .filter(grant -> reaches(grant, institution))
                .toList();
    }

    private static boolean reaches(RoleGrant grant, Optional<String> institution) {
        return switch (grant.role()) {
            case NATIONAL_DESK, ARBITER, NATIONAL_OBSERVER, SYSTEM_OPERATOR -> true;
            case UNIT_OFFICER, LIAISON_OFFICER, INSTITUTION_ADMIN, INTEGRATOR ->
                institution.isPresent() && grant.institution().equals(institution);
            case PROVINCE_OVERSIGHT ->
                institution
                        .filter(code -> isInProvince(code, grant.institution().orElse("")))
                        .isPresent();
        };
    }

    /** {@code P.33} and {@code D.33.74} are in the province of {@code P.33}. */
    private static boolean isInProvince(String code, String province) {
        var digits = PROVINCE.matcher(province);
        return digits.matches()
                && (code.equals("P." + digits.group(1))
                        || code.equals("D." + digits.group(1))
                        || code.startsWith("D." + digits.group(1) + "."));
    }
}
