package id.pintu.account.pages;

import id.pintu.account.accounts.PasswordRules;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.mail.OneTimeLinkService;
import id.pintu.account.signin.SignInAddress;
import id.pintu.account.signin.SignInRegistry;
import id.pintu.account.signin.SignInThrottle;
import id.pintu.support.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of the pages that a one-time link leads to, and of the one that asks for a new password. */
@Controller
class OneTimeLinkController {

    private final OneTimeLinkService links;
    private final AuditLog audit;
    private final SignInRegistry signIns;
    private final SignInThrottle throttle;
    private final PasswordEncoder passwords;

    OneTimeLinkController(
            OneTimeLinkService links,
            AuditLog audit,
            SignInRegistry signIns,
            SignInThrottle throttle,
            PasswordEncoder passwords) {
        this.links = links;
        this.audit = audit;
        this.signIns = signIns;
        this.throttle = throttle;
        this.passwords = passwords;
    }

    @GetMapping({SignInAddress.INVITATION, SignInAddress.RESET})
    ModelAndView choosePassword(@RequestParam(name = "kunci", defaultValue = "") String token) {
        return links.find(token)
                .map(account -> page(account, token, "", HttpStatus.OK))
                .orElseGet(OneTimeLinkController::expired);
    }

    @PostMapping({SignInAddress.INVITATION, SignInAddress.RESET})
    ModelAndView setPassword(
            @RequestParam(name = "kunci", defaultValue = "") String token,
            @RequestParam("sandi") String password,
            @RequestParam(name = "hapus-kunci-sandi", defaultValue = "false") boolean removePasskeys) {
        Optional<PersonAccount> account = links.find(token);
        if (account.isEmpty()) {
            return expired();
        }
        Optional<String> refusal = PasswordRules.refusal(password, account.get().email());
        if (refusal.isPresent()) {
            return page(account.get(), token, refusal.get(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return links.use(token, Objects.requireNonNull(passwords.encode(password)), removePasskeys)
                .map(changed -> {
                    audit.record("password-set-by-link", null, Map.of("account", changed.id()));
                    signIns.endAll(changed.id());
                    return new ModelAndView("redirect:" + SignInAddress.PASSWORD + "?siap");
                })
                .orElseGet(OneTimeLinkController::expired);
    }

    @GetMapping(SignInAddress.FORGOTTEN)
    String forgotten() {
        return "forgotten";
    }

    /** Answers the same whether there is such an account or not. */
    @PostMapping(SignInAddress.FORGOTTEN)
    String sendLink(@RequestParam("email") String email, HttpServletRequest request) {
        if (throttle.permits("link/" + email, request.getRemoteAddr())) {
            links.sendLater(email);
        }
        return "redirect:" + SignInAddress.PASSWORD + "?terkirim";
    }

    private static ModelAndView page(PersonAccount account, String token, String refusal, HttpStatus status) {
        ModelAndView page = new ModelAndView("choose-password");
        page.addObject("email", account.email());
        page.addObject("token", token);
        page.addObject("refusal", refusal);
        page.addObject("path", account.isActivated() ? SignInAddress.RESET : SignInAddress.INVITATION);
        page.addObject("activated", account.isActivated());
        page.addObject("passkeys", account.passkeys().size());
        page.setStatus(status);
        return page;
    }

    private static ModelAndView expired() {
        ModelAndView page = new ModelAndView("link-expired");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
