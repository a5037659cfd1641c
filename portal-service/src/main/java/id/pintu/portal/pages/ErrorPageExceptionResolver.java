package id.pintu.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Exception resolver for browsers: leaves the response to Spring Boot's error controller, which renders {@code error.html}.
 * It is needed because the exception handler that all services share comes before that controller, and answers every
 * exception with problem+json.
 */
@Component
class ErrorPageExceptionResolver extends DefaultHandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ErrorPageExceptionResolver.class);

    ErrorPageExceptionResolver() {
        setOrder(Ordered.HIGHEST_PRECEDENCE);
        setWarnLogCategory(""); // it would log messages, which may quote what a person wrote
    }

    @Override
    protected boolean shouldApplyTo(HttpServletRequest request, @Nullable Object handler) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (e instanceof AuthenticationException ended) {
            throw ended; // Spring Security asks to sign in; another resolver would answer 500
        }
        ModelAndView resolved = super.doResolveException(request, response, handler, e);
        return resolved == null ? unexpected(response, e) : resolved;
    }

    private static ModelAndView unexpected(HttpServletResponse response, Exception e) {
        // Without its message, for the same reason.
        log.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
        try {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } catch (IOException disconnected) {
            log.debug("the error page cannot be sent", disconnected);
        }
        return new ModelAndView();
    }
}
