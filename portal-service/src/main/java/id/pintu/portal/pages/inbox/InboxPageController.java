package id.pintu.portal.pages.inbox;

import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.inbox.InboxList;
import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.institution.InboxQueryService.InboxListPage;
import id.pintu.portal.institution.InboxScope;
import id.pintu.portal.pages.desk.DeskPageAddress;
import id.pintu.portal.pages.inbox.InboxPageModel.DisplayedTab;
import id.pintu.portal.pages.inbox.InboxPageModel.DisplayedUnit;
import id.pintu.portal.pages.signin.SignedInOfficer;
import id.pintu.support.calendars.WorkingDays;
import id.pintu.support.calendars.WorkingDaysClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the lists of an inbox: {@code /instansi} leads to the officer's institution, or to a choice among several,
 * {@code /instansi/D.33.74} is its inbox.
 */
@Controller
class InboxPageController {

    private static final int PAGE = 25;

    private final InboxQueryService inbox;
    private final InboxAccess access;
    private final InstitutionRegistryClient registry;
    private final WorkingDaysClient calendars;
    private final InstantSource clock;

    InboxPageController(
            InboxQueryService inbox,
            InboxAccess access,
            InstitutionRegistryClient registry,
            WorkingDaysClient calendars,
            InstantSource clock) {
        this.inbox = inbox;
        this.access = access;
        this.registry = registry;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping(path = InboxPageAddress.ROOT, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView choose(SignedInOfficer officer) {
        List<String> codes = access.institutionsOf(officer.account());
        if (codes.isEmpty()) {
            return notPermitted();
        }
        if (codes.size() == 1) {
            return InboxRedirect.to(
                    InboxPageAddress.of(codes.getFirst(), "", "", "", "").url(officer.locale()));
        }
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, registry.nameOf(code).orElse(code)));
        return new ModelAndView("inbox-choice", Map.of("names", names));
    }

    @GetMapping(path = InboxPageAddress.ROOT + "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list(
            @PathVariable String code,
            @RequestParam(name = "daftar", defaultValue = "") String list,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "cari", defaultValue = "") String search,
            @RequestParam(name = "sesudah", defaultValue = "") String cursor,
            SignedInOfficer officer) {
        InboxPageAddress asked = InboxPageAddress.of(code, list, unit, search, cursor);
        return access.inbox(officer.account(), code)
                .map(scope -> new ModelAndView(
                        "inbox",
                        Map.of(
                                "page",
                                page(
                                        asked.withUnit(scope.unitFor(asked.unitName())
                                                        .orElse(""))
                                                .withCursor(asked.cursor()),
                                        scope,
                                        officer))))
                .orElseGet(InboxPageController::notPermitted);
    }

    static ModelAndView notPermitted() {
        return new ModelAndView("forward:" + DeskPageAddress.NOT_PERMITTED_PAGE);
    }

    private InboxPageModel page(InboxPageAddress address, InboxScope scope, SignedInOfficer officer) {
        InboxListPage found = address.search().isEmpty()
                ? inbox.page(scope, address.selection(), address.cursor(), PAGE)
                : new InboxListPage(inbox.search(scope, address.search()), Optional.empty());
        Instant now = clock.instant();
        WorkingDays calendar = calendars.of(address.code());
        return new InboxPageModel(
                address,
                registry.nameOf(address.code()).orElse(address.code()),
                address.url(Locale.of("id")),
                tabs(address, scope, officer),
                units(address, scope, officer.locale()),
                scope.isOfUnits()
                        ? Optional.empty()
                        : Optional.of(address.withUnit("").url(officer.locale())),
                scope.isOfUnits(),
                found.items().stream()
                        .map(item ->
                                DisplayedInboxItem.of(item, address, scope.account(), now, calendar, officer.locale()))
                        .toList(),
                found.next().map(next -> address.withCursor(next).url(officer.locale())),
                Optional.of(address.withCursor("").url(officer.locale()))
                        .filter(first -> !address.cursor().isEmpty()));
    }

    private List<DisplayedTab> tabs(InboxPageAddress address, InboxScope scope, SignedInOfficer officer) {
        Map<InboxList, Integer> counts = inbox.counts(scope, address.unitName());
        return Arrays.stream(InboxList.values())
                .map(list -> new DisplayedTab(
                        list.wireName(),
                        address.withList(list).url(officer.locale()),
                        Optional.ofNullable(counts.get(list))
                                .map(InboxPageController::digits)
                                .orElse(""),
                        address.search().isEmpty() && address.list() == list))
                .toList();
    }

    private List<DisplayedUnit> units(InboxPageAddress address, InboxScope scope, Locale locale) {
        if (!address.search().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>(inbox.countsByUnit(scope, address.list()));
        address.unitName().ifPresent(unit -> counts.putIfAbsent(unit, 0));
        return scope.isOfUnits() && counts.size() == 1
                ? List.of()
                : counts.entrySet().stream()
                        .map(each -> new DisplayedUnit(
                                each.getKey(),
                                address.withUnit(each.getKey()).url(locale),
                                digits(each.getValue()),
                                address.unit().equals(each.getKey())))
                        .toList();
    }

    private static String digits(int count) {
        return count < InboxQueryService.COUNT_LIMIT ? String.valueOf(count) : count - 1 + "+";
    }
}
