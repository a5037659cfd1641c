package id.pintu.account.pages;

import id.pintu.account.accounts.EmailAddressRule;
import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.PasswordRules;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.SignInAddress;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.AuditLog;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of the page by which the first administrator makes an account, once. */
@Controller
class SetUpController {

    private static final int MAX_NAME_LENGTH = 100;

    private final SetUpLink link;
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final InstantSource clock;

    SetUpController(
            SetUpLink link, AccountStore accounts, PasswordEncoder passwords, AuditLog audit, InstantSource clock) {
        this.link = link;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(SignInAddress.SET_UP)
    ModelAndView form(@RequestParam(name = "kunci", defaultValue = "") String token) {
        return link.accepts(token) ? page(token, "", "", Map.of(), HttpStatus.OK) : expired();
    }

    @PostMapping(SignInAddress.SET_UP)
    synchronized ModelAndView create(
            @RequestParam(name = "kunci", defaultValue = "") String token,
            @RequestParam("nama") String name,
            @RequestParam("email") String email,
            @RequestParam("sandi") String password) {
        if (!link.accepts(token)) {
            return expired();
        }
        Map<String, String> refusals = refusals(name, email, password);
        if (!refusals.isEmpty()) {
            return page(token, name, email, refusals, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        HeldRole operator = HeldRole.permanent(RoleGrant.nationwide(AccountRole.SYSTEM_OPERATOR));
        PersonAccount account = PersonAccount.invited(
                        UUID.randomUUID().toString(), email, name, clock.instant(), operator)
                .withPassword(Objects.requireNonNull(passwords.encode(password)));
        if (!accounts.add(account)) {
            return page(token, name, email, Map.of("email", "email.taken"), HttpStatus.CONFLICT);
        }
        audit.record("first-administrator", null, Map.of("account", account.id()));
        return new ModelAndView("redirect:" + SignInAddress.PASSWORD + "?siap");
    }

    private static Map<String, String> refusals(String name, String email, String password) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            refusals.put("nama", "name");
        }
        if (!EmailAddressRule.accepts(email)) {
            refusals.put("email", "email");
        }
        PasswordRules.refusal(password, email).ifPresent(why -> refusals.put("sandi", "password." + why));
        return refusals;
    }

    private static ModelAndView page(
            String token, String name, String email, Map<String, String> refusals, HttpStatus status) {
        ModelAndView page =
                new ModelAndView("set-up", Map.of("token", token, "name", name, "email", email, "refusals", refusals));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView expired() {
        ModelAndView page = new ModelAndView("link-expired");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
