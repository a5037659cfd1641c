package id.pintu.account.pages;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.OneTimeCodes;
import id.pintu.account.signin.SecondFactorPolicy;
import id.pintu.account.signin.SignInAddress;
import id.pintu.account.signin.SignInThrottle;
import id.pintu.support.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** MVC controller of the two pages of signing in: e-mail address and password, or passkey; then the one-time code. */
@Controller
class SignInController {

    private static final List<String> NOTICES = List.of("gagal", "berakhir", "keluar", "siap", "terkirim");

    private final AccountStore accounts;
    private final OneTimeCodes codes;
    private final SecondFactorPolicy policy;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInController(
            AccountStore accounts,
            OneTimeCodes codes,
            SecondFactorPolicy policy,
            SignInThrottle throttle,
            AuditLog audit) {
        this.accounts = accounts;
        this.codes = codes;
        this.policy = policy;
        this.throttle = throttle;
        this.audit = audit;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + SignInAddress.ACCOUNT;
    }

    @GetMapping(SignInAddress.PASSWORD)
    String passwordPage(HttpServletRequest request, Model model) {
        model.addAttribute(
                "notice",
                NOTICES.stream()
                        .filter(each -> request.getParameter(each) != null)
                        .findFirst()
                        .orElse(""));
        return "sign-in";
    }

    @GetMapping(SignInAddress.CODE)
    String codePage(@CurrentSecurityContext SecurityContext context, Model model) {
        model.addAttribute("notice", "");
        return needsCode(context.getAuthentication()) ? "code" : "redirect:" + SignInAddress.ACCOUNT;
    }

    @PostMapping(SignInAddress.CODE)
    String checkCode(
            @CurrentSecurityContext SecurityContext context,
            @RequestParam("kode") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Authentication person = context.getAuthentication();
        if (person == null || !needsCode(person)) {
            return "redirect:" + SignInAddress.ACCOUNT;
        }
        Optional<PersonAccount> account = accounts.find(person.getName());
        boolean permitted = throttle.permits("code/" + person.getName(), request.getRemoteAddr());
        if (!permitted || account.filter(each -> codes.accept(each, code)).isEmpty()) {
            if (permitted) {
                audit.record("one-time-code-refused", person, Map.of("account", person.getName()));
            }
            model.addAttribute("notice", "gagal");
            return "code";
        }
        SecurityContext whole = SecurityContextHolder.createEmptyContext();
        whole.setAuthentication(policy.withCode(person));
        contexts.saveContext(whole, request, response);
        SavedRequest asked = requests.getRequest(request, response);
        return "redirect:" + (asked == null ? SignInAddress.ACCOUNT : asked.getRedirectUrl());
    }

    private boolean needsCode(@Nullable Authentication person) {
        return person != null && !(person instanceof AnonymousAuthenticationToken) && policy.lacksCode(person);
    }
}
