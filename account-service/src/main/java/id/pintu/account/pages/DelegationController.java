package id.pintu.account.pages;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.kafka.TokenRevoker;
import id.pintu.account.signin.SignInAddress;
import id.pintu.support.audit.AuditLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** MVC controller of delegations: a person's own role given to a colleague until a day, as for holidays. */
@Controller
@RequestMapping(SignInAddress.ACCOUNT + "/delegasi")
class DelegationController {

    private static final int MAX_DAYS = 90;

    private final AccountStore accounts;
    private final TokenRevoker revoker;
    private final AuditLog audit;
    private final InstantSource clock;

    DelegationController(AccountStore accounts, TokenRevoker revoker, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.revoker = revoker;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    String delegate(
            Authentication person,
            @RequestParam("peran") String grant,
            @RequestParam("email") String email,
            @RequestParam("sampai") @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            RedirectAttributes outcome) {
        PersonAccount owner = accounts.find(person.getName()).orElseThrow();
        Instant now = clock.instant();
        Optional<HeldRole> own = owner.roles().stream()
                .filter(each -> each.grant().equals(grant)
                        && each.delegatedBy().isEmpty()
                        && each.isHeldAt(now)
                        && AccountAdministration.mayDelegate(each.roleGrant()))
                .findFirst();
        LocalDate today = DisplayedMoment.dayOf(now);
        if (until.isBefore(today) || until.isAfter(today.plusDays(MAX_DAYS))) {
            return done(outcome, "delegation.until");
        }
        // Whether there is such an account is told to nobody but its colleagues.
        Optional<PersonAccount> colleague = accounts.findByEmail(email)
                .filter(PersonAccount::isActivated)
                .filter(each -> !each.id().equals(owner.id()))
                .filter(each -> own.isPresent()
                        && AccountAdministration.mayReceive(each, own.get().roleGrant()));
        if (own.isEmpty() || colleague.isEmpty()) {
            return done(outcome, "delegation.email");
        }
        HeldRole delegated = HeldRole.delegated(own.get().roleGrant(), owner.id(), DisplayedMoment.endOf(until));
        accounts.change(colleague.get().id(), each -> each.withRole(delegated));
        audit.record("role-delegated", person, Map.of("account", colleague.get().id(), "grant", grant));
        return done(outcome, "delegation.made");
    }

    @PostMapping("/akhiri")
    String end(
            Authentication person,
            @RequestParam("akun") String colleague,
            @RequestParam("peran") String grant,
            RedirectAttributes outcome) {
        Optional<PersonAccount> before = accounts.find(colleague)
                .filter(account -> account.roles().stream().anyMatch(role -> isDelegation(role, person, grant)));
        if (before.isPresent()) {
            accounts.change(
                    colleague,
                    account -> account.withRoles(account.roles().stream()
                            .filter(role -> !isDelegation(role, person, grant))
                            .toList()));
            revoker.revokeAccount(colleague);
            audit.record("delegation-ended", person, Map.of("account", colleague, "grant", grant));
        }
        return done(outcome, "delegation.ended");
    }

    private static boolean isDelegation(HeldRole role, Authentication owner, String grant) {
        return role.grant().equals(grant)
                && role.delegatedBy().filter(owner.getName()::equals).isPresent();
    }

    private static String done(RedirectAttributes outcome, String notice) {
        outcome.addFlashAttribute("notice", notice);
        return "redirect:" + SignInAddress.ACCOUNT;
    }
}
