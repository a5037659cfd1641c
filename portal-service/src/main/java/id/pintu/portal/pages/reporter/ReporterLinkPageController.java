package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterLinkResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of the links in notices: {@code /l/NUMBER/CODE} opens the complaint as its reporter, at an address without the code. */
@Controller
class ReporterLinkPageController {

    private final IntakeClient intake;
    private final ReporterCookie cookie;

    ReporterLinkPageController(IntakeClient intake, ReporterCookie cookie) {
        this.intake = intake;
        this.cookie = cookie;
    }

    @GetMapping(path = "/l/{number}/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView open(
            @PathVariable String number,
            @PathVariable String code,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ComplaintId> complaint = ComplaintId.tryParse(number);
        if (complaint.isEmpty()) {
            return ReporterPageAddress.seeOther(ReporterPageAddress.TRACKING + "?lang=" + locale.getLanguage());
        }
        ComplaintId id = complaint.get();
        return switch (intake.openLink(id, code)) {
            case ReporterLinkResult.Opened(String key) -> {
                cookie.add(request, response, id, key);
                yield ReporterPageAddress.seeOther(ReporterPageAddress.tracking(id, locale, "dibuka", "tautan"));
            }
            case ReporterLinkResult.Expired expired ->
                ReporterPageAddress.seeOther(ReporterPageAddress.tracking(id, locale, "tautan", "kedaluwarsa"));
            case ReporterLinkResult.Unavailable unavailable ->
                ReporterPageAddress.seeOther(ReporterPageAddress.tracking(id, locale, "tautan", "gangguan"));
        };
    }
}
