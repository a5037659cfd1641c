package id.pintu.account.pages;

import id.pintu.account.accounts.AccountAdministration;
import id.pintu.account.accounts.EmailAddressRule;
import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.http.InstitutionLookup;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.mail.OneTimeLinkService;
import id.pintu.account.signin.SignInAddress;
import id.pintu.account.signin.SignInRegistry;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.AuditLog;
import id.pintu.support.audit.PersonalData;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** MVC controller of the page on which administrators invite officers, and take their roles. */
@Controller
@RequestMapping(SignInAddress.OFFICERS)
class OfficersController {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_SHOWN = 50;

    private final AccountStore accounts;
    private final OneTimeLinkService links;
    private final SignInRegistry signIns;
    private final RoleWithdrawal roles;
    private final InstitutionLookup institutions;
    private final AuditLog audit;
    private final InstantSource clock;

    OfficersController(
            AccountStore accounts,
            OneTimeLinkService links,
            SignInRegistry signIns,
            RoleWithdrawal roles,
            InstitutionLookup institutions,
            AuditLog audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.links = links;
        this.signIns = signIns;
        this.roles = roles;
        this.institutions = institutions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param start how many accounts the pages before this one show
     */
    @PersonalData
    @GetMapping
    String list(
            Authentication person,
            Locale locale,
            @RequestParam(name = "cari", defaultValue = "") String search,
            @RequestParam(name = "mulai", defaultValue = "0") int start,
            Model model) {
        List<RoleGrant> own = administrator(person);
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<OfficerView> officers = accounts.all().stream()
                .filter(account -> account.roles().stream().anyMatch(role -> mayTake(own, role)))
                .filter(account -> account.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || account.email().contains(wanted)
                        || account.roles().stream()
                                .anyMatch(role ->
                                        role.grant().toLowerCase(Locale.ROOT).contains(wanted)))
                .map(account -> OfficerView.of(account, own, this::nameOf, locale))
                .toList();
        int from = Math.clamp(start, 0, officers.size());
        int to = Math.min(from + MAX_SHOWN, officers.size());
        model.addAttribute("officers", officers.subList(from, to));
        model.addAttribute("count", officers.size());
        model.addAttribute("search", search);
        model.addAttribute("next", to < officers.size() ? to : 0);
        model.addAttribute(
                "grantable",
                AccountAdministration.grantableRoles(own).stream()
                        .map(AccountRole::wireName)
                        .toList());
        model.addAttribute(
                "institution",
                own.stream()
                        .flatMap(each -> each.institution().stream())
                        .findFirst()
                        .orElse(""));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", OfficerInvitationForm.EMPTY);
        }
        return "officers";
    }

    @PostMapping("/undang")
    String invite(Authentication person, @ModelAttribute OfficerInvitationForm form, RedirectAttributes outcome) {
        List<RoleGrant> own = administrator(person);
        if (form.nama().isBlank() || form.nama().length() > MAX_NAME_LENGTH) {
            return refused(outcome, form, "nama");
        }
        if (!EmailAddressRule.accepts(form.email())) {
            return refused(outcome, form, "email");
        }
        RoleGrant grant;
        try {
            grant = form.grant();
        } catch (IllegalArgumentException e) {
            return refused(
                    outcome,
                    form,
                    AccountRole.ofWireName(form.peran()).isEmpty()
                            ? "peran"
                            : form.instansi().isBlank() ? "instansi" : "unit");
        }
        if (grant.institution()
                .flatMap(institutions::exists)
                .filter(known -> !known)
                .isPresent()) {
            return refused(outcome, form, "instansi");
        }
        if (!AccountAdministration.mayGrant(own, grant)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        HeldRole role = HeldRole.permanent(grant);
        PersonAccount invited =
                PersonAccount.invited(UUID.randomUUID().toString(), form.email(), form.nama(), clock.instant(), role);
        if (accounts.add(invited)) {
            links.send(invited);
            audit.record("account-invited", person, about(invited.id(), role.grant()));
            return done(outcome, "officer.invited");
        }
        accounts.findByEmail(form.email()).ifPresent(existing -> {
            accounts.change(existing.id(), account -> account.withRole(role));
            links.tellOfRole(existing, role);
            audit.record("role-given", person, about(existing.id(), role.grant()));
        });
        return done(outcome, "officer.role-added");
    }

    @PostMapping("/kirim-ulang")
    String sendAgain(Authentication person, @RequestParam("akun") String id, RedirectAttributes outcome) {
        administered(person, id).ifPresent(links::send);
        return done(outcome, "officer.sent");
    }

    /** For an officer who has lost the telephone with the codes. Only who administers all roles of the account may. */
    @PostMapping("/kode/hapus")
    String removeCodes(Authentication person, @RequestParam("akun") String id, RedirectAttributes outcome) {
        List<RoleGrant> own = administrator(person);
        PersonAccount account = administered(person, id)
                .filter(each -> AccountAdministration.administersWhole(own, each))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        accounts.change(account.id(), each -> each.withTotpSecret(Optional.empty()));
        signIns.endAll(account.id());
        audit.record("one-time-codes-removed", person, Map.of("account", account.id()));
        return done(outcome, "officer.codes-removed");
    }

    @PostMapping("/cabut")
    String takeRole(
            Authentication person,
            @RequestParam("akun") String id,
            @RequestParam("peran") String grant,
            RedirectAttributes outcome) {
        List<RoleGrant> own = administrator(person);
        if (id.equals(person.getName())) {
            return done(outcome, "officer.self");
        }
        Optional<PersonAccount> holder = accounts.find(id)
                .filter(account ->
                        account.roles().stream().anyMatch(role -> role.grant().equals(grant) && mayTake(own, role)));
        if (holder.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        roles.withdraw(id, grant).filter(account -> account.roles().isEmpty()).ifPresent(account -> signIns.endAll(id));
        audit.record("role-taken", person, about(id, grant));
        return done(outcome, "officer.role-taken");
    }

    private static Map<String, String> about(String account, String grant) {
        return RoleGrant.parse(grant)
                .institution()
                .map(code -> Map.of("account", account, "grant", grant, "code", code))
                .orElse(Map.of("account", account, "grant", grant));
    }

    private Optional<PersonAccount> administered(Authentication person, String id) {
        List<RoleGrant> own = administrator(person);
        return accounts.find(id).filter(account -> account.roles().stream().anyMatch(role -> mayTake(own, role)));
    }

    static boolean mayTake(List<RoleGrant> own, HeldRole role) {
        return AccountAdministration.mayGrant(own, role.roleGrant());
    }

    private List<RoleGrant> administrator(Authentication person) {
        List<RoleGrant> own = accounts.find(person.getName()).orElseThrow().grantsAt(clock.instant());
        if (!AccountAdministration.isAdministrator(own)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return own;
    }

    private String nameOf(String id) {
        return accounts.find(id).map(PersonAccount::name).orElse("");
    }

    private static String refused(RedirectAttributes outcome, OfficerInvitationForm form, String field) {
        outcome.addFlashAttribute("form", form);
        outcome.addFlashAttribute("field", field);
        return done(outcome, "officer.refused." + field);
    }

    private static String done(RedirectAttributes outcome, String notice) {
        outcome.addFlashAttribute("notice", notice);
        return "redirect:" + SignInAddress.OFFICERS;
    }
}
