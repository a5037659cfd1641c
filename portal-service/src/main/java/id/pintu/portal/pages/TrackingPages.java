package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.house.ledger.Casebook;
import id.pintu.portal.tracking.Tracking;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /lacak?nomor=…}: where one complaint stands. */
@Controller
class TrackingPages {

    private final Casebook<Tracking> casebook;

    TrackingPages(Casebook<Tracking> casebook) {
        this.casebook = casebook;
    }

    @GetMapping(path = "/lacak", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView track(@RequestParam(name = "nomor", defaultValue = "") String typed, Locale locale) {
        if (typed.isBlank()) {
            return search(HttpStatus.OK, typed, "");
        }
        Optional<ComplaintId> id = parse(typed);
        if (id.isEmpty()) {
            return search(HttpStatus.BAD_REQUEST, typed, "malformed");
        }
        return id.flatMap(casebook::find)
                .flatMap(tracking -> TrackingPage.of(id.get(), tracking, locale))
                .map(page -> new ModelAndView("tracking", Map.of("page", page)))
                .orElseGet(() -> search(HttpStatus.NOT_FOUND, typed, "unknown"));
    }

    private static ModelAndView search(HttpStatus status, String typed, String error) {
        return new ModelAndView("search", Map.of("typed", typed, "error", error), status);
    }

    private static Optional<ComplaintId> parse(String typed) {
        try {
            return Optional.of(ComplaintId.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
