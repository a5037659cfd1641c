package id.pintu.support.http;

import com.fasterxml.jackson.annotation.Nulls;
import java.beans.PropertyEditorSupport;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Spring configuration of how requests are read: JSON without coercion of one scalar type to another and without duplicate
 * names, every text {@linkplain InputTextNormalizer normalised}, the {@code Accept} header checked before the handler
 * acts, bodies of limited size, and problem+json also where Tomcat or the firewall refuses the request.
 */
@Configuration(proxyBeanMethods = false)
public class RequestInputConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return RequestInputConfiguration::makeStrict;
    }

    /** Makes a mapper refuse what it would otherwise guess: {@code "stars": 4.5}, {@code "kind": 1}, {@code "text": 12}. */
    public static void makeStrict(JsonMapper.Builder mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule("normalised text").addDeserializer(String.class, new TextDeserializer()));
        for (LogicalType textual : new LogicalType[] {LogicalType.Textual, LogicalType.DateTime, LogicalType.Enum}) {
            mapper.withCoercionConfig(
                    textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        }
    }

    @Bean
    WebMvcConfigurer acceptHeaderCheck() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AcceptHeaderInterceptor());
            }
        };
    }

    @Bean
    FilterRegistrationBean<RequestBodyLimitFilter> requestBodyLimit(
            @Value("${pintu.http.max-body}") DataSize limit,
            @Value("${pintu.http.max-table}") DataSize tableLimit,
            @Value("${pintu.http.max-file}") DataSize fileLimit,
            @Value("${pintu.http.max-multipart}") DataSize multipartLimit) {
        var filter =
                new FilterRegistrationBean<>(new RequestBodyLimitFilter(limit, tableLimit, fileLimit, multipartLimit));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    ProblemErrorController problemErrorController(
            ErrorAttributes attributes, WebProperties properties, ObjectProvider<ErrorViewResolver> pages) {
        return new ProblemErrorController(
                attributes, properties, pages.orderedStream().toList());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    private static final class TextDeserializer extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            String text = super.deserialize(parser, context);
            return text == null ? null : InputTextNormalizer.normalize(text);
        }
    }

    /** Controller advice that normalises parameters of queries, paths and forms as JSON is. */
    @ControllerAdvice
    static class ParameterTextAdvice {

        @InitBinder
        void normalizeTexts(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(@Nullable String text) {
                    setValue(text == null ? null : InputTextNormalizer.normalize(text));
                }
            });
        }
    }
}
