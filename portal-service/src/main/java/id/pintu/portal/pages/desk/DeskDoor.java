package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskKey;
import id.pintu.portal.desk.Queue;
import id.pintu.portal.desk.RoutingClient;
import id.pintu.portal.desk.Tray;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets officers in who have the desk's key, and out again. Whose key it is, routing-service says. */
@Controller
class DeskDoor {

    private final RoutingClient routing;

    DeskDoor(RoutingClient routing) {
        this.routing = routing;
    }

    @PostMapping(path = "/meja/masuk", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView enter(
            @RequestParam(name = "kunci", defaultValue = "") String typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<DeskKey> key = DeskKey.of(typed);
        Tray tray = key.map(given -> routing.look(given, Queue.DESK, "", "")).orElseGet(Tray.Locked::new);
        return switch (tray) {
            case Tray.Open open -> {
                key.ifPresent(given ->
                        response.addHeader(HttpHeaders.SET_COOKIE, DeskCookie.with(given, request.isSecure())));
                yield DeskAddress.start().redirect(Queue.DESK, locale);
            }
            case Tray.Locked locked -> closed(HttpStatus.FORBIDDEN, "wrong");
            case Tray.Unreachable unreachable -> closed(HttpStatus.SERVICE_UNAVAILABLE, "unreachable");
        };
    }

    @PostMapping(path = "/meja/keluar", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView leave(Locale locale, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, DeskCookie.none(request.isSecure()));
        return DeskAddress.start().redirect(Queue.DESK, locale);
    }

    /** Whoever asks again for the address under which a form was answered. */
    @GetMapping(
            path = {"/meja/masuk", "/meja/keluar"},
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView again(Locale locale) {
        return DeskAddress.start().redirect(Queue.DESK, locale);
    }

    /**
     * The page that asks for the key.
     *
     * @param notice why it is asked for (again); may be empty
     */
    static ModelAndView closed(HttpStatus status, String notice) {
        return new ModelAndView("desk-door", Map.of("notice", notice), status);
    }
}
