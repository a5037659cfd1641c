package id.pintu.portal.pages.oversight;

import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.HandlingHop;
import id.pintu.portal.oversight.NationFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.NationFigures.LeagueTable;
import id.pintu.portal.oversight.ProvinceFigures;
import id.pintu.portal.oversight.ReportingPeriod;
import id.pintu.portal.oversight.SupervisedInstitution;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.pages.desk.DeskPageAddress;
import id.pintu.portal.pages.inbox.InboxPageAddress;
import id.pintu.portal.pages.signin.SignedInOfficer;
import id.pintu.portal.pdf.OversightPdfWriter;
import id.pintu.portal.supervision.OversightAccess;
import id.pintu.portal.supervision.OversightFiguresService;
import id.pintu.portal.supervision.OversightProperties;
import id.pintu.portal.supervision.OversightTable;
import id.pintu.portal.supervision.PeriodReading;
import id.pintu.support.regions.RegionCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * MVC controller of the pages of oversight: {@code /pengawasan} is the nation, {@code /pengawasan/P.33} a province. Who oversees
 * one province only is led there. What cannot be read in a period is said on the page, with the last twelve months.
 */
@Controller
@RequestMapping(OversightPageAddress.ROOT)
class OversightPageController {

    private static final String PROVINCE = "P.";

    private final OversightFiguresService figures;
    private final OversightAccess access;
    private final InboxAccess inboxes;
    private final RegionCatalog regions;
    private final OversightProperties properties;
    private final OversightPdfWriter pdf;
    private final ProvinceTileMap map = ProvinceTileMap.bundled();

    OversightPageController(
            OversightFiguresService figures,
            OversightAccess access,
            InboxAccess inboxes,
            RegionCatalog regions,
            OversightProperties properties,
            OversightPdfWriter pdf) {
        this.figures = figures;
        this.access = access;
        this.inboxes = inboxes;
        this.regions = regions;
        this.properties = properties;
        this.pdf = pdf;
    }

    /**
     * Period as typed or linked.
     *
     * @param periode name such as {@code 2026-Q1}
     * @param dari first of own dates
     * @param sampai last of own dates
     */
    record PeriodParams(Optional<String> periode, Optional<String> dari, Optional<String> sampai) {

        OversightPageAddress address(String code) {
            return new OversightPageAddress(code, periode.orElse(""), dari.orElse(""), sampai.orElse(""));
        }
    }

    private record AskedPeriod(ReportingPeriod period, String invalid) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView nation(PeriodParams asked, SignedInOfficer officer) {
        OversightPageAddress address = asked.address("");
        if (!access.maySeeNation(officer.account())) {
            return access.provincesOf(officer.account()).stream()
                    .findFirst()
                    .map(code -> redirect(address.of(code).url(officer.locale())))
                    .orElseGet(OversightPageController::notPermitted);
        }
        AskedPeriod period = period(address);
        NationFigures nation = figures.nation(period.period());
        LeagueTable league = nation.league(properties.leagueMinimum());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page(address, "", period, officer));
        model.put("figures", nation);
        model.put("participation", nation.participation());
        model.put("tiles", map.tiles(nation.provinces(), this::provinceName, provinceUrl(address, officer)));
        model.put("provinces", provinceRows(nation, address, officer));
        model.put("columns", MonthColumns.of(nation.months(), officer.locale()));
        model.put("league", league);
        model.put(
                "unreported",
                nation.institutions().size()
                        - league.ranked().size()
                        - league.below().size());
        model.put("categories", categories(nation));
        model.put("grid", HourGrid.of(nation.hours(), officer.locale()));
        model.put(
                "hopDays",
                nation.hops().values().stream()
                        .mapToLong(NationFigures.HopFigures::days)
                        .sum());
        model.put("hops", HandlingHop.values());
        model.put("kinds", kinds(nation));
        model.put("none", Optional.empty());
        model.put("channels", channels(nation, officer.locale()));
        return withStatus(new ModelAndView("oversight-nation", model), period);
    }

    @GetMapping(path = "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView province(@PathVariable String code, PeriodParams asked, SignedInOfficer officer) {
        if (!access.maySeeProvince(officer.account(), code)) {
            return notPermitted();
        }
        OversightPageAddress address = asked.address(code);
        AskedPeriod period = period(address);
        return figures.province(code, period.period())
                .map(province -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("page", page(address, provinceName(code.substring(PROVINCE.length())), period, officer));
                    model.put("figures", province);
                    model.put("participation", province.participation());
                    model.put("rows", institutionRows(province.institutions(), officer));
                    model.put("columns", MonthColumns.of(province.months(), officer.locale()));
                    return withStatus(new ModelAndView("oversight-province", model), period);
                })
                .orElseGet(OversightPageController::notFound);
    }

    @GetMapping(path = {"/tabel.csv", "/{code}/tabel.csv"})
    ResponseEntity<String> table(@PathVariable Optional<String> code, PeriodParams asked, SignedInOfficer officer) {
        return export(
                code.orElse(""),
                asked,
                officer,
                "csv",
                new MediaType("text", "csv"),
                content -> OversightTable.of(content.total(), content.institutions()));
    }

    @GetMapping(path = {"/laporan.pdf", "/{code}/laporan.pdf"})
    ResponseEntity<byte[]> report(@PathVariable Optional<String> code, PeriodParams asked, SignedInOfficer officer) {
        return export(
                code.orElse(""),
                asked,
                officer,
                "pdf",
                MediaType.APPLICATION_PDF,
                content -> pdf.write(
                        code.isPresent() ? provinceName(code.get().substring(PROVINCE.length())) : "",
                        OversightWords.dates(content.period(), officer.locale()),
                        OversightPage.asOf(figures.progress(), officer.locale()).map(DisplayedTime::text),
                        content.total(),
                        content.institutions(),
                        officer.locale()));
    }

    private record ExportedFigures(
            ReportingPeriod period, HandlingFigures total, List<InstitutionFigures> institutions) {}

    private <T> ResponseEntity<T> export(
            String code,
            PeriodParams asked,
            SignedInOfficer officer,
            String ending,
            MediaType type,
            Function<ExportedFigures, T> writer) {
        boolean permitted = code.isEmpty()
                ? access.maySeeNation(officer.account())
                : access.maySeeProvince(officer.account(), code);
        if (!permitted) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        AskedPeriod period = period(asked.address(code));
        if (!period.invalid().isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        return exported(code, period.period())
                .map(content -> ResponseEntity.ok()
                        .contentType(type)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("pengawasan-" + (code.isEmpty() ? "nasional" : code) + "-"
                                                + period.period().from() + "-"
                                                + period.period().to() + "." + ending)
                                        .build()
                                        .toString())
                        .body(writer.apply(content)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ExportedFigures> exported(String code, ReportingPeriod period) {
        if (code.isEmpty()) {
            NationFigures nation = figures.nation(period);
            return Optional.of(new ExportedFigures(period, nation.total(), nation.institutions()));
        }
        return figures.province(code, period)
                .map((ProvinceFigures of) -> new ExportedFigures(period, of.total(), of.institutions()));
    }

    private AskedPeriod period(OversightPageAddress address) {
        return switch (PeriodReading.of(address.period(), address.from(), address.to(), figures.today())) {
            case PeriodReading.ReadPeriod(ReportingPeriod period) -> new AskedPeriod(period, "");
            case PeriodReading.UnreadablePeriod unreadable ->
                new AskedPeriod(
                        ReportingPeriod.lastTwelveMonths(figures.today()),
                        unreadable.field().name().toLowerCase(Locale.ROOT));
        };
    }

    private OversightPage page(
            OversightPageAddress address, String title, AskedPeriod period, SignedInOfficer officer) {
        return new OversightPage(
                address,
                title,
                period.period(),
                OversightWords.dates(period.period(), officer.locale()),
                PeriodOptions.until(figures.today(), officer.locale()),
                OversightPage.asOf(figures.progress(), officer.locale()),
                figures.progress().percent(),
                period.invalid(),
                access.maySeeNation(officer.account())
                        ? Optional.of(address.of("").url(officer.locale()))
                        : Optional.empty(),
                address.file("tabel.csv", officer.locale()),
                address.file("laporan.pdf", officer.locale()));
    }

    private List<OversightRow> provinceRows(
            NationFigures nation, OversightPageAddress address, SignedInOfficer officer) {
        Function<String, String> url = provinceUrl(address, officer);
        List<OversightRow> rows = new ArrayList<>();
        nation.provinces()
                .forEach((code, of) -> rows.add(new OversightRow(
                        provinceName(code),
                        Optional.of(url.apply(code)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        of)));
        return rows;
    }

    /** With links to the cases of those whose inbox the officer may see. */
    private List<OversightRow> institutionRows(List<InstitutionFigures> institutions, SignedInOfficer officer) {
        return institutions.stream()
                .map(each -> {
                    SupervisedInstitution of = each.institution();
                    Optional<String> cases = inboxes.inbox(officer.account(), of.code())
                            .map(scope -> InboxPageAddress.ROOT + "/" + of.code());
                    String language = "?lang=" + (officer.locale().getLanguage().equals("en") ? "en" : "id");
                    return new OversightRow(
                            of.shortName(),
                            cases.map(url -> url + language),
                            cases.flatMap(url ->
                                    each.figures().longest().map(longest -> url + "/" + longest.id() + language)),
                            Optional.of(of.connected()),
                            each.active(),
                            each.figures());
                })
                .toList();
    }

    private static Map<String, HandlingFigures> categories(NationFigures nation) {
        Map<String, HandlingFigures> sorted = new LinkedHashMap<>();
        nation.categories().entrySet().stream()
                .filter(each -> each.getValue().received() > 0)
                .sorted(Comparator.comparingInt((Map.Entry<String, HandlingFigures> each) ->
                        -each.getValue().received()))
                .forEach(each -> sorted.put(OversightWords.category(each.getKey()), each.getValue()));
        return sorted;
    }

    /** By the last part of the key of the name. */
    private static Map<String, Integer> kinds(NationFigures nation) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        nation.kinds()
                .forEach((kind, count) ->
                        kinds.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
        return kinds;
    }

    /**
     * Channel as displayed.
     *
     * @param key last part of the key of its name
     */
    record DisplayedChannel(String key, NationFigures.ChannelFigures figures, String lastAt) {}

    private static List<DisplayedChannel> channels(NationFigures nation, Locale locale) {
        return nation.channels().entrySet().stream()
                .map(each -> new DisplayedChannel(
                        each.getKey().name().toLowerCase(Locale.ROOT),
                        each.getValue(),
                        DisplayedTime.of(each.getValue().last(), ReportingPeriod.ZONE, locale)
                                .text()))
                .toList();
    }

    private String provinceName(String digits) {
        return regions.nameOf(digits).orElse(digits);
    }

    private static Function<String, String> provinceUrl(OversightPageAddress address, SignedInOfficer officer) {
        return digits -> address.of(PROVINCE + digits).url(officer.locale());
    }

    private static ModelAndView withStatus(ModelAndView page, AskedPeriod period) {
        if (!period.invalid().isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static ModelAndView redirect(String url) {
        RedirectView redirect = new RedirectView(url, true, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    private static ModelAndView notPermitted() {
        return new ModelAndView("forward:" + DeskPageAddress.NOT_PERMITTED_PAGE);
    }

    private static ModelAndView notFound() {
        return new ModelAndView("error", Map.of("status", 404), HttpStatus.NOT_FOUND);
    }
}
