package id.pintu.portal.pages.desk;

import id.pintu.portal.pages.signin.OfficerTokenProvider;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring MVC configuration of the desk's page. */
@Configuration(proxyBeanMethods = false)
class DeskPageWebMvcConfiguration implements WebMvcConfigurer {

    private final OfficerTokenProvider tokens;

    DeskPageWebMvcConfiguration(OfficerTokenProvider tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new DeskPageRequestArgumentResolver(tokens));
    }
}
