package id.pintu.portal.pages.signin;

import id.pintu.portal.pages.desk.DeskPageAddress;
import id.pintu.portal.pages.inbox.InboxPageAddress;
import id.pintu.portal.pages.oversight.OversightPageAddress;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the page that leads to the sign-in at account-service. Spring Security forwards every request that it
 * refuses, and the officers' pages every request of an officer whose sign-in has ended.
 */
@Controller
class OfficerSignInController {

    private static final Logger log = LoggerFactory.getLogger(OfficerSignInController.class);

    /** Where signing in begins, followed by the name of the registration. */
    static final String SIGN_IN = "/meja/masuk";

    static final String SIGN_OUT = "/meja/keluar";

    /** Fields of the officers' forms with texts that would have to be written again. */
    private static final List<String> TEXT_FIELDS = List.of("reason", "grounds", "question", "text", "answer", "isi");

    /** Paths that only forms are sent to. A browser asks for one with GET when its response is reloaded. */
    static final String[] FORM_PATHS = {
        SIGN_IN, SIGN_OUT, "/meja/teruskan", "/meja/arsip", "/meja/wasit/arsip", "/meja/wasit/putuskan"
    };

    @GetMapping({SIGN_IN, SIGN_OUT, "/meja/teruskan", "/meja/arsip", "/meja/wasit/arsip", "/meja/wasit/putuskan"})
    ModelAndView redirectToDesk(Locale locale) {
        return DeskPageAddress.START.redirect(locale);
    }

    /**
     * Shows the page. Its status is 200 for a first visit, 403 for an ended sign-in and a refused form, and 503 when signing in
     * did not work.
     *
     * @param failure why signing in failed, if that was tried
     */
    @RequestMapping(path = DeskPageAddress.SIGN_IN_PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView signInPage(
            @RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException failure,
            HttpServletRequest request) {
        if (failure != null) {
            // Its message may quote the answer of account-service.
            log.warn(
                    "signing in failed: {}",
                    failure instanceof OAuth2AuthenticationException refused
                            ? refused.getError().getErrorCode()
                            : failure.getClass().getName());
            return page(HttpStatus.SERVICE_UNAVAILABLE, "failed", "", request);
        }
        endSessionOfEndedSignIn(request);
        // The session cookie is SameSite=Strict: with it, the form does not come from another site.
        boolean hadSession = request.getRequestedSessionId() != null;
        if (!hadSession && request.getMethod().equals("GET")) {
            return page(HttpStatus.OK, "", "", request);
        }
        return page(HttpStatus.FORBIDDEN, "ended", hadSession ? unsentText(request) : "", request);
    }

    /** Shows the page for an officer who is signed in and has no role here. */
    @RequestMapping(path = DeskPageAddress.NOT_PERMITTED_PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView notPermittedPage(HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, "no-role", unsentText(request), request);
    }

    /** A session whose request was refused for other reasons, such as the CSRF token of an older page, goes on. */
    private static void endSessionOfEndedSignIn(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) == null) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
    }

    /** What was typed into a form that was refused. */
    private static String unsentText(HttpServletRequest request) {
        return TEXT_FIELDS.stream()
                .map(request::getParameter)
                .filter(typed -> typed != null && !typed.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** The page that was asked for, when signing in can lead back to it; otherwise empty. */
    private static String target(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = request.getMethod().equals("GET") && asked instanceof String uri ? uri : "";
        String address = "en".equals(request.getParameter("lang")) ? path + "?lang=en" : path;
        return (path.startsWith(InboxPageAddress.ROOT) || path.startsWith(OversightPageAddress.ROOT))
                        && SignInTargetKeeper.isTarget(address)
                ? address
                : "";
    }

    /**
     * @param notice last part of the key of the message why to sign in again; may be empty
     * @param unsent what was typed and not submitted, to be copied
     */
    private static ModelAndView page(HttpStatus status, String notice, String unsent, HttpServletRequest request) {
        return new ModelAndView(
                "desk-sign-in", Map.of("notice", notice, "unsent", unsent, "target", target(request)), status);
    }
}
