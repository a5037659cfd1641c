package id.pintu.support.http;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;

/** Registration of the files of pages: those of a service, and those of its web libraries, whose paths have a version. */
public final class StaticFileHandlers {

    private StaticFileHandlers() {}

    /**
     * @param location of the service's own files, such as {@code classpath:/portal/static/}
     */
    public static void register(ResourceHandlerRegistry registry, String location) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)));
        registry.addResourceHandler("/static/**")
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
