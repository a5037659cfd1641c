package id.pintu.support.access;

import id.pintu.support.access.AccessRuleMatcher.MatchedRule;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.UrlPathHelper;

/** Authorization manager that decides by the access rules, and notes with a request the grants that allow it. */
final class AccessRuleAuthorizer implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());
    private static final UrlPathHelper PATHS = UrlPathHelper.rawPathInstance;

    private final AccessRuleMatcher rules;
    private final String smsAuthority;

    /**
     * @param smsAuthority authority of the channels with a key for SMS
     */
    AccessRuleAuthorizer(AccessRuleMatcher rules, String smsAuthority) {
        this.rules = rules;
        this.smsAuthority = smsAuthority;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        String path = PATHS.getPathWithinApplication(request);
        Optional<MatchedRule> found = rules.find(request.getMethod(), path);
        if (found.isEmpty()) {
            return new UnlistedRequestDecision(rules.methods(path));
        }
        return switch (found.get().rule().audience()) {
            case EVERYBODY -> new AuthorizationDecision(true);
            case PAGE_SESSION, OPEN_PAGE -> new UnlistedRequestDecision(Set.of());
            case ANY_ACCOUNT -> new AuthorizationDecision(isAccount(caller.get(), request));
            case SMS_CHANNEL -> new AuthorizationDecision(isSmsChannel(caller.get()));
            case ROLES -> byRole(caller.get(), found.get(), request);
        };
    }

    private boolean isSmsChannel(@Nullable Authentication caller) {
        return caller != null
                && caller.getAuthorities().stream().anyMatch(each -> smsAuthority.equals(each.getAuthority()));
    }

    /** Whether the caller is an account, with the scope of such a request. */
    private static boolean isAccount(@Nullable Authentication caller, HttpServletRequest request) {
        // An anonymous visitor has a name and authorities too, so the type of the principal is checked.
        return caller != null
                && caller.getPrincipal() instanceof AccountPrincipal account
                && account.scopes()
                        .contains(
                                READING.contains(request.getMethod()) ? AccountPrincipal.READ : AccountPrincipal.WRITE);
    }

    private static AuthorizationDecision byRole(
            @Nullable Authentication caller, MatchedRule matched, HttpServletRequest request) {
        if (!isAccount(caller, request)
                || caller == null
                || !(caller.getPrincipal() instanceof AccountPrincipal account)) {
            return new AuthorizationDecision(false);
        }
        List<RoleGrant> permitting = matched.rule().permitting(account.grants(), matched.institution());
        if (permitting.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        new CallerGrants(account.account(), permitting).attachTo(request);
        return new AuthorizationDecision(true);
    }

    /** Denial of a request that no rule is about. */
    static final class UnlistedRequestDecision extends AuthorizationDecision {

        private final Set<String> allowed;

        /**
         * @param allowed methods that the path has
         */
        UnlistedRequestDecision(Set<String> allowed) {
            super(false);
            this.allowed = Set.copyOf(allowed);
        }

        Set<String> allowed() {
            return allowed;
        }
    }
}
