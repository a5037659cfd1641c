package id.pintu.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Locale resolver by the request parameter {@code lang}, which every link of a page has; without it, as at the first visit, by
 * what the browser prefers. Indonesian unless English comes before it. Needs no cookie.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class LangParameterLocaleResolver implements LocaleResolver {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String chosen = request.getParameter("lang");
        return chosen == null ? preferred(request) : chosen.equals("en") ? Locale.ENGLISH : INDONESIAN;
    }

    private static Locale preferred(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .map(Locale.LanguageRange::parse)
                    .map(ranges -> Locale.lookup(ranges, LANGUAGES))
                    .orElse(INDONESIAN);
        } catch (IllegalArgumentException e) {
            return INDONESIAN; // a malformed header
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is a request parameter");
    }
}
