package id.pintu.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Locale resolver by the request parameter {@code lang}: English for {@code en}, otherwise Indonesian. Needs no cookie. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class LangParameterLocaleResolver implements LocaleResolver {

    private static final Locale INDONESIAN = Locale.of("id");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : INDONESIAN;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is a request parameter");
    }
}
