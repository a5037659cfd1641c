package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of a reporter's pages. None has the reporter key, so each can be kept and passed on. */
final class ReporterPageAddress {

    static final String TRACKING = "/lacak";
    static final String RECEIPT = "/lapor/diterima";

    private ReporterPageAddress() {}

    /** The tracking page, which tells once what was done. */
    static String tracking(ComplaintId complaint, Locale locale, String parameter, String value) {
        return UriComponentsBuilder.fromPath(TRACKING)
                .queryParam("nomor", complaint.value())
                .queryParam(parameter, value)
                .queryParam("lang", locale.getLanguage())
                .build()
                .toUriString();
    }

    static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect, Map.of());
    }
}
