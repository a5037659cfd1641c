package id.pintu.account.pages;

import id.pintu.support.http.StaticFileHandlers;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Spring MVC configuration of the pages: static resources, and the language, which a cookie remembers. */
@Configuration(proxyBeanMethods = false)
class AccountWebMvcConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        StaticFileHandlers.register(registry, "classpath:/account/static/");
    }

    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> staticFileLinks() {
        return StaticFileHandlers.linkFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver locales = new CookieLocaleResolver("akun-bahasa");
        locales.setDefaultLocale(Locale.of("id"));
        locales.setCookieHttpOnly(true);
        return locales;
    }
}
