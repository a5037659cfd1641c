package id.pintu.portal.pages.desk;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards the only pages that a cookie opens. */
@Configuration(proxyBeanMethods = false)
class DeskCsrfConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SameOriginFormInterceptor()).addPathPatterns("/meja/**");
    }
}
