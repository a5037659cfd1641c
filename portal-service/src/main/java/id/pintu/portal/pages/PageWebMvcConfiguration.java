package id.pintu.portal.pages;

import id.pintu.support.http.StaticFileHandlers;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Spring MVC configuration of the public pages: static resources, and security headers. */
@Configuration(proxyBeanMethods = false)
class PageWebMvcConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        StaticFileHandlers.register(registry, "classpath:/portal/static/");
        registry.addResourceHandler("/sw.js", "/manifest.webmanifest", "/robots.txt")
                .addResourceLocations("classpath:/portal/root/")
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> staticFileLinks() {
        return StaticFileHandlers.linkFilter();
    }

    /**
     * Sets the headers of every path but those of officers' pages, which have a security filter chain of its own. It precedes that of
     * Spring Security, which may refuse the request: the error page has these headers too.
     */
    @Bean
    static FilterRegistrationBean<Filter> publicPageHeaders() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (request instanceof HttpServletRequest httpRequest
                    && response instanceof HttpServletResponse httpResponse
                    && !httpRequest.getServletPath().matches("/(meja|instansi|pengawasan)(/.*)?")) {
                httpResponse.setHeader("Content-Security-Policy", PageSecurityPolicy.PUBLIC);
                // A tracking number in an address must not reach other sites.
                httpResponse.setHeader("Referrer-Policy", "no-referrer");
            }
            chain.doFilter(request, response);
        });
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
