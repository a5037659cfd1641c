package id.pintu.support.http;

import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Registration of the files of pages, which browsers keep for a year: the paths of web libraries have their version, those of the
 * service's own files a hash of the content, which {@link ResourceUrlEncodingFilter} writes into the links of pages.
 */
public final class StaticFileHandlers {

    private StaticFileHandlers() {}

    /** The filter by which links of pages get the hash. */
    public static FilterRegistrationBean<ResourceUrlEncodingFilter> linkFilter() {
        return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    }

    /**
     * @param location of the service's own files, such as {@code classpath:/portal/static/}
     */
    public static void register(ResourceHandlerRegistry registry, String location) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)));
        registry.addResourceHandler("/static/**")
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)))
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
