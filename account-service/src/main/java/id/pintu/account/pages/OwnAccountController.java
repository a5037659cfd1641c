package id.pintu.account.pages;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.PasswordRules;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.OneTimeCodes;
import id.pintu.account.signin.SecondFactorPolicy;
import id.pintu.account.signin.SignIn;
import id.pintu.account.signin.SignInAddress;
import id.pintu.account.signin.SignInRegistry;
import id.pintu.account.signin.SignInThrottle;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** MVC controller of a person's own account: password, passkeys, one-time codes, sign-ins. */
@Controller
@RequestMapping(SignInAddress.ACCOUNT)
class OwnAccountController {

    /** Session attribute with the secret of one-time codes that is not yet confirmed. */
    private static final String NEW_SECRET = "new-totp-secret";

    private final AccountStore accounts;
    private final SignInRegistry signIns;
    private final OneTimeCodes codes;
    private final SecondFactorPolicy policy;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final RoleWithdrawal roles;
    private final AuditLog audit;
    private final InstantSource clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OwnAccountController(
            AccountStore accounts,
            SignInRegistry signIns,
            OneTimeCodes codes,
            SecondFactorPolicy policy,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            RoleWithdrawal roles,
            AuditLog audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.codes = codes;
        this.policy = policy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String show(Authentication person, Locale locale, Model model) {
        PersonAccount account = account(person);
        Optional<SignIn> used = signIns.activeOf(person);
        model.addAttribute("account", account);
        model.addAttribute(
                "roles",
                account.roles().stream()
                        .filter(role -> role.isHeldAt(clock.instant()))
                        .map(role -> RoleView.of(role, this::nameOf, locale))
                        .toList());
        model.addAttribute("administrator", AccountAdministration.isAdministrator(account.grantsAt(clock.instant())));
        model.addAttribute(
                "signIns",
                signIns.of(account.id()).stream()
                        .map(each -> SignInView.of(each, used, locale))
                        .toList());
        model.addAttribute(
                "delegations",
                accounts.all().stream()
                        .flatMap(other -> other.roles().stream()
                                .filter(role -> role.isHeldAt(clock.instant())
                                        && role.delegatedBy()
                                                .filter(account.id()::equals)
                                                .isPresent())
                                .map(role -> new DelegationView(
                                        other.id(), other.name(), RoleView.of(role, this::nameOf, locale))))
                        .toList());
        model.addAttribute("recent", policy.isRecent(person));
        model.addAttribute("today", DisplayedMoment.dayOf(clock.instant()));
        return "account";
    }

    private String nameOf(String id) {
        return accounts.find(id).map(PersonAccount::name).orElse("");
    }

    /** One sign-in as shown. */
    record SignInView(String id, String since, String address, String browser, boolean used) {
        static SignInView of(SignIn signIn, Optional<SignIn> used, Locale locale) {
            return new SignInView(
                    signIn.id(),
                    DisplayedMoment.of(signIn.since(), locale),
                    signIn.address(),
                    signIn.browser(),
                    used.filter(signIn::equals).isPresent());
        }
    }

    /** One delegation of this person as shown. */
    record DelegationView(String account, String name, RoleView role) {}

    @PostMapping("/sandi")
    String changePassword(
            Authentication person,
            @RequestParam("lama") String current,
            @RequestParam("sandi") String chosen,
            HttpServletRequest request,
            RedirectAttributes outcome) {
        PersonAccount account = account(person);
        if (!isPassword(account, current, request)) {
            return done(outcome, "password.wrong");
        }
        Optional<String> refusal = PasswordRules.refusal(chosen, account.email());
        if (refusal.isPresent()) {
            return done(outcome, "password." + refusal.get());
        }
        String hash = Objects.requireNonNull(passwords.encode(chosen));
        accounts.change(account.id(), each -> each.withPassword(hash));
        signIns.endOthers(account.id(), signIns.activeOf(person));
        record("password-changed", person);
        return done(outcome, "password.changed");
    }

    @GetMapping("/kode")
    String showNewSecret(Authentication person, HttpSession session, Model model) {
        PersonAccount account = account(person);
        if (account.totpSecret().isPresent()) {
            return "redirect:" + SignInAddress.ACCOUNT;
        }
        String secret = session.getAttribute(NEW_SECRET) instanceof String begun ? begun : codes.newSecret();
        session.setAttribute(NEW_SECRET, secret);
        model.addAttribute("secret", secret);
        model.addAttribute(
                "image", QrCodeImage.dataAddress(codes.address(account, secret).toString()));
        return "one-time-code";
    }

    @PostMapping("/kode")
    String confirmSecret(
            Authentication person,
            @RequestParam("kode") String code,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes outcome) {
        if (!(session.getAttribute(NEW_SECRET) instanceof String secret)) {
            return "redirect:" + SignInAddress.ACCOUNT + "/kode";
        }
        if (!codes.isValid(secret, code)) {
            outcome.addFlashAttribute("notice", "code.wrong");
            return "redirect:" + SignInAddress.ACCOUNT + "/kode";
        }
        session.removeAttribute(NEW_SECRET);
        String encrypted = codes.encrypt(secret);
        accounts.change(person.getName(), each -> each.withTotpSecret(Optional.of(encrypted)));
        // This sign-in has just shown a code; the others have not.
        replace(policy.withCode(person), request, response);
        signIns.endOthers(person.getName(), signIns.activeOf(person));
        record("one-time-codes-on", person);
        return done(outcome, "code.on");
    }

    @PostMapping("/kode/hapus")
    String removeSecret(
            Authentication person,
            @RequestParam("sandi") String password,
            HttpServletRequest request,
            RedirectAttributes outcome) {
        if (!isPassword(account(person), password, request)) {
            return done(outcome, "password.wrong");
        }
        accounts.change(person.getName(), each -> each.withTotpSecret(Optional.empty()));
        record("one-time-codes-off", person);
        return done(outcome, "code.off");
    }

    /** The password again, before a passkey is added: the session may be a while old. */
    @PostMapping("/konfirmasi")
    String confirmPassword(
            Authentication person,
            @RequestParam("sandi") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes outcome) {
        if (!isPassword(account(person), password, request)) {
            return done(outcome, "password.wrong");
        }
        replace(policy.withPassword(person), request, response);
        return done(outcome, "password.confirmed");
    }

    private boolean isPassword(PersonAccount account, String typed, HttpServletRequest request) {
        String attempt = "confirm/" + account.id();
        boolean right = throttle.permits(attempt, request.getRemoteAddr())
                && passwords.matches(typed, account.passwordHash().orElse(null));
        if (right) {
            throttle.forget(attempt, request.getRemoteAddr());
        }
        return right;
    }

    private void replace(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        contexts.saveContext(context, request, response);
    }

    /** Gives up a role, as one that an institution gave by mistake. The last operator keeps that role. */
    @PostMapping("/peran/lepas")
    String giveUpRole(Authentication person, @RequestParam("peran") String grant, RedirectAttributes outcome) {
        if (RoleGrant.parse(grant).role() == AccountRole.SYSTEM_OPERATOR
                && accounts.all().stream()
                        .filter(AccountAdministration::isPermanentOperator)
                        .allMatch(each -> each.id().equals(person.getName()))) {
            return done(outcome, "role.last");
        }
        roles.withdraw(person.getName(), grant);
        audit.record("role-given-up", person, Map.of("account", person.getName(), "grant", grant));
        return done(outcome, "role.given-up");
    }

    @PostMapping("/kunci/hapus")
    String removePasskey(Authentication person, @RequestParam("id") String id, RedirectAttributes outcome) {
        accounts.change(person.getName(), each -> each.withoutPasskey(id));
        record("passkey-removed", person);
        return done(outcome, "passkey.removed");
    }

    @PostMapping("/sesi/akhiri")
    String endSignIn(Authentication person, @RequestParam("id") String id, RedirectAttributes outcome) {
        signIns.end(person.getName(), id);
        return done(outcome, "sign-in.ended");
    }

    @PostMapping("/sesi/akhiri-semua")
    String endAll(Authentication person) {
        signIns.endAll(person.getName());
        return "redirect:" + SignInAddress.PASSWORD + "?keluar";
    }

    private void record(String what, Authentication person) {
        audit.record(what, person, Map.of("account", person.getName()));
    }

    private PersonAccount account(Authentication person) {
        return accounts.find(person.getName()).orElseThrow();
    }

    private static String done(RedirectAttributes outcome, String notice) {
        outcome.addFlashAttribute("notice", notice);
        return "redirect:" + SignInAddress.ACCOUNT;
    }
}
