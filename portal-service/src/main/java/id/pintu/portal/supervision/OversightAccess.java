package id.pintu.portal.supervision;

import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an officer may see of oversight's pages: what the access rules say of the requests they stand for. */
@Component
public class OversightAccess {

    private static final String NATION = "/v1/oversight/nation";
    private static final String PROVINCES = "/v1/oversight/provinces/";

    private final AccessRuleMatcher rules = new AccessRuleMatcher(AccessRules.ALL);

    public boolean maySeeNation(AccountPrincipal officer) {
        return permits(officer, NATION);
    }

    /**
     * @param code of the provincial government, such as {@code P.33}
     */
    public boolean maySeeProvince(AccountPrincipal officer, String code) {
        return code.matches("P\\.\\d\\d") && permits(officer, PROVINCES + code);
    }

    /** Codes of the provinces that an officer oversees. */
    public List<String> provincesOf(AccountPrincipal officer) {
        return officer.grants().stream()
                .filter(grant -> grant.role() == AccountRole.PROVINCE_OVERSIGHT)
                .map(RoleGrant::institution)
                .flatMap(Optional::stream)
                .distinct()
                .filter(code -> maySeeProvince(officer, code))
                .toList();
    }

    private boolean permits(AccountPrincipal officer, String path) {
        return rules.find("GET", path)
                .filter(found -> !found.rule()
                        .permitting(officer.grants(), found.institution())
                        .isEmpty())
                .isPresent();
    }
}
