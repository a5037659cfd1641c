package id.pintu.account.http;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST controller for the names of accounts, which the ledger and the other services do not have. */
@RestController
@RequestMapping("/v1/accounts/names")
class AccountNamesController {

    private static final int MAX_IDS = 200;

    private final AccountStore accounts;

    AccountNamesController(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * Names by id, of those accounts whose name the caller may see; the others are left out.
     *
     * @param id at most 200
     */
    @PersonalData
    @GetMapping
    Map<String, String> names(@RequestParam List<String> id, Authentication caller) {
        List<RoleGrant> own = caller.getPrincipal() instanceof AccountPrincipal account ? account.grants() : List.of();
        return id.stream()
                .limit(MAX_IDS)
                .distinct()
                .map(accounts::find)
                .flatMap(Optional::stream)
                .filter(account -> AccountAdministration.maySeeName(caller.getName(), own, account))
                .collect(Collectors.toMap(PersonAccount::id, PersonAccount::name));
    }
}
