package id.pintu.portal.pages;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What lies beside the pages: style sheets, and what browsers may do with a page. */
@Configuration(proxyBeanMethods = false)
class PageWebMvcConfiguration implements WebMvcConfigurer {

    /** No script at all, but on the desk's page; Pico draws its little arrows as data images. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)));
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/portal/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    @Bean
    static Filter pageHeaders() {
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest httpRequest
                    && response instanceof HttpServletResponse httpResponse) {
                boolean desk = httpRequest.getServletPath().matches("/meja(/.*)?");
                httpResponse.setHeader("Content-Security-Policy", desk ? POLICY + "; script-src 'self'" : POLICY);
                // A tracking number is nobody else's business. The desk has to tell its own forms from others', and
                // under no-referrer a browser would hide where a form comes from even from its own site.
                httpResponse.setHeader("Referrer-Policy", desk ? "same-origin" : "no-referrer");
            }
            chain.doFilter(request, response);
        };
    }
}
