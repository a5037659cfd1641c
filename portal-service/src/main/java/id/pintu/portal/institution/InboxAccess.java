package id.pintu.portal.institution;

import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an officer may see and do at an institution's pages: what the access rules say of the requests they stand for. */
@Component
public class InboxAccess {

    private static final String COMPLAINTS = "/complaints";
    private static final String ANSWERS = "/canned-answers";

    private final AccessRuleMatcher rules = new AccessRuleMatcher(AccessRules.ALL);

    /** Codes of the institutions whose inbox an officer may see by a role there. */
    public List<String> institutionsOf(AccountPrincipal officer) {
        return officer.grants().stream()
                .map(RoleGrant::institution)
                .flatMap(Optional::stream)
                .distinct()
                .filter(code -> inbox(officer, code).isPresent())
                .toList();
    }

    /** What an officer may see of an inbox; empty when it is nothing. */
    public Optional<InboxScope> inbox(AccountPrincipal officer, String institution) {
        return permitting(officer, "GET", institution, COMPLAINTS).map(caller -> InboxScope.of(institution, caller));
    }

    /** What an officer may see of the figures; empty when it is nothing. */
    public Optional<InboxScope> figures(AccountPrincipal officer, String institution) {
        return permitting(officer, "GET", institution, "/figures").map(caller -> InboxScope.of(institution, caller));
    }

    /** Whether an officer may read the canned answers of an institution. */
    public boolean mayReadAnswers(AccountPrincipal officer, String institution) {
        return permitting(officer, "GET", institution, ANSWERS).isPresent();
    }

    /** Whether an officer may write and delete them. */
    public boolean mayChangeAnswers(AccountPrincipal officer, String institution) {
        return permitting(officer, "PUT", institution, ANSWERS + "/X").isPresent();
    }

    /** Whether one of an officer's roles is for an act, whatever the complaint; true for one that no rule is about yet. */
    public boolean permits(AccountPrincipal officer, String institution, OfficerAct act) {
        String request = COMPLAINTS + "/X/" + act.path();
        return rules.find("POST", "/v1/agencies/" + institution + request).isEmpty()
                || permitting(officer, "POST", institution, request).isPresent();
    }

    private Optional<CallerGrants> permitting(
            AccountPrincipal officer, String method, String institution, String request) {
        return institution.matches("[A-Z0-9.]{1,40}")
                ? rules.find(method, "/v1/agencies/" + institution + request)
                        .map(found -> found.rule().permitting(officer.grants(), found.institution()))
                        .filter(grants -> !grants.isEmpty())
                        .map(grants -> new CallerGrants(officer.account(), grants))
                : Optional.empty();
    }
}
