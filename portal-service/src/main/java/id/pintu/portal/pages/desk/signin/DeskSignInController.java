package id.pintu.portal.pages.desk.signin;

import id.pintu.portal.pages.desk.DeskPageAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the page that asks for the desk's key. Spring Security forwards every request that it refuses, and
 * the desk's page every request with a key that routing-service no longer accepts.
 */
@Controller
class DeskSignInController {

    /** Where the sign-in form is sent to. */
    static final String SIGN_IN = "/meja/masuk";

    static final String SIGN_OUT = "/meja/keluar";

    /** Paths that only forms are sent to. A browser asks for one with GET when its response is reloaded. */
    static final String[] FORM_PATHS = {
        SIGN_IN, SIGN_OUT, "/meja/teruskan", "/meja/arsip", "/meja/wasit/arsip", "/meja/wasit/putuskan"
    };

    @GetMapping({SIGN_IN, SIGN_OUT, "/meja/teruskan", "/meja/arsip", "/meja/wasit/arsip", "/meja/wasit/putuskan"})
    ModelAndView redirectToDesk(Locale locale) {
        return DeskPageAddress.START.redirect(locale);
    }

    /**
     * Shows the page. Its status is 200 for a first visit, 403 for a wrong key, an ended session and a refused form, and
     * 503 when the key cannot be checked.
     *
     * @param failure why signing in failed, if that was tried
     * @param reason what was typed into a form that was refused
     * @param grounds the same
     */
    @RequestMapping(path = DeskPageAddress.SIGN_IN_PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView signInPage(
            @RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException failure,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "grounds", defaultValue = "") String grounds,
            HttpServletRequest request) {
        if (failure != null) {
            return failure instanceof AuthenticationServiceException
                    ? page(HttpStatus.SERVICE_UNAVAILABLE, "unreachable", "")
                    : page(HttpStatus.FORBIDDEN, "wrong", "");
        }
        endSessionOfRejectedKey(request);
        // The session cookie is SameSite=Strict: with it, the form does not come from another site.
        boolean hadSession = request.getRequestedSessionId() != null;
        if (!hadSession && request.getMethod().equals("GET")) {
            return page(HttpStatus.OK, "", "");
        }
        return page(HttpStatus.FORBIDDEN, "ended", hadSession ? unsentText(reason, grounds) : "");
    }

    /** A session whose request was refused for other reasons, such as the CSRF token of an older page, goes on. */
    private static void endSessionOfRejectedKey(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) == null) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
    }

    private static String unsentText(String reason, String grounds) {
        return Stream.of(reason, grounds).filter(typed -> !typed.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /**
     * @param notice last part of the key of the message why the key is asked for again; may be empty
     * @param unsent what was typed and not submitted, to be copied
     */
    private static ModelAndView page(HttpStatus status, String notice, String unsent) {
        return new ModelAndView("desk-sign-in", Map.of("notice", notice, "unsent", unsent), status);
    }
}
