package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAccessKey;
import id.pintu.portal.desk.DeskQueueClient;
import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueuePosition;
import id.pintu.portal.desk.DeskQueueResult;
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
class DeskSignInController {

    private final DeskQueueClient deskQueues;

    DeskSignInController(DeskQueueClient deskQueues) {
        this.deskQueues = deskQueues;
    }

    @PostMapping(path = "/meja/masuk", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView signIn(
            @RequestParam(name = "kunci", defaultValue = "") String typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<DeskAccessKey> key = DeskAccessKey.of(typed);
        DeskQueueResult result = key.map(accessKey -> deskQueues.fetchQueueHead(accessKey, DeskQueueKind.DESK, DeskQueuePosition.OLDEST))
                .orElseGet(DeskQueueResult.KeyRejected::new);
        return switch (result) {
            case DeskQueueResult.QueueHead head -> {
                key.ifPresent(accessKey ->
                        response.addHeader(HttpHeaders.SET_COOKIE, DeskKeyCookie.of(accessKey, request.isSecure())));
                yield DeskPageQueryParams.empty().redirect(DeskQueueKind.DESK, locale);
            }
            case DeskQueueResult.KeyRejected rejected -> signInPage(HttpStatus.FORBIDDEN, "wrong");
            case DeskQueueResult.Unreachable unreachable -> signInPage(HttpStatus.SERVICE_UNAVAILABLE, "unreachable");
        };
    }

    @PostMapping(path = "/meja/keluar", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView signOut(Locale locale, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, DeskKeyCookie.expired(request.isSecure()));
        return DeskPageQueryParams.empty().redirect(DeskQueueKind.DESK, locale);
    }

    /** Whoever asks again for the address under which a form was answered. */
    @GetMapping(
            path = {"/meja/masuk", "/meja/keluar"},
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView redirectToDesk(Locale locale) {
        return DeskPageQueryParams.empty().redirect(DeskQueueKind.DESK, locale);
    }

    /**
     * The page that asks for the key.
     *
     * @param notice why it is asked for (again); may be empty
     */
    static ModelAndView signInPage(HttpStatus status, String notice) {
        return new ModelAndView("desk-sign-in", Map.of("notice", notice), status);
    }
}
