package id.pintu.portal.pages.inbox;

import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.inbox.InboxFigures;
import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.institution.InboxFiguresTable;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.pages.signin.SignedInOfficer;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of the page with an institution's figures of its own work, for the latest twelve months. */
@Controller
class InboxFiguresPageController {

    private static final int MONTHS = 12;

    private final InboxQueryService inbox;
    private final InboxAccess access;
    private final InstitutionRegistryClient registry;

    InboxFiguresPageController(InboxQueryService inbox, InboxAccess access, InstitutionRegistryClient registry) {
        this.inbox = inbox;
        this.access = access;
        this.registry = registry;
    }

    @GetMapping(path = InboxPageAddress.ROOT + "/{code}/kinerja", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(@PathVariable String code, SignedInOfficer officer) {
        return access.figures(officer.account(), code)
                .map(scope -> {
                    InboxFigures figures = inbox.figures(scope, MONTHS);
                    Map<String, InboxFigures.WorkFigures> months = new LinkedHashMap<>();
                    figures.months().forEach((month, of) -> months.put(inWords(month, officer.locale()), of));
                    return new ModelAndView(
                            "inbox-figures",
                            Map.of(
                                    "figures",
                                    figures,
                                    "months",
                                    months,
                                    "code",
                                    code,
                                    "name",
                                    registry.nameOf(code).orElse(code)));
                })
                .orElseGet(InboxPageController::notPermitted);
    }

    @GetMapping(path = InboxPageAddress.ROOT + "/{code}/kinerja.csv", produces = "text/csv")
    ResponseEntity<String> table(@PathVariable String code, SignedInOfficer officer) {
        return access.figures(officer.account(), code)
                .map(scope -> ResponseEntity.ok(InboxFiguresTable.of(inbox.figures(scope, MONTHS))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    private static String inWords(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
    }
}
