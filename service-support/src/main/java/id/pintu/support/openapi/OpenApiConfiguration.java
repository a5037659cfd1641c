package id.pintu.support.openapi;

import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.http.CommandGateway;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * springdoc configuration of a service's OpenAPI document, which adds to the controllers and their Javadoc: title, security
 * schemes, responses of commands, and the problem response. The document is generated on the first request.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        // All modules have one version; classes outside a jar have none.
        String version = Objects.requireNonNullElse(
                OpenApiConfiguration.class.getPackage().getImplementationVersion(), "unpackaged");
        return new OpenAPI()
                .info(new Info()
                        .title("Pintu " + service)
                        .version(version)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer openApiSecuritySchemes(AccessRuleMatcher rules) {
        return new SecuritySchemeCustomizer(rules);
    }

    @Bean
    OpenApiCustomizer openApiProblems() {
        return new ProblemResponseCustomizer();
    }

    @Bean
    ModelConverter openApiWireSchemas() {
        return new WireSchemaConverter();
    }

    @Bean
    OperationCustomizer openApiCommands() {
        return (operation, handler) -> {
            operation.setOperationId(operationId(handler));
            if (Objects.equals(operation.getSummary(), operation.getDescription())) {
                operation.setDescription(null);
            }
            if (readsIdempotencyKey(handler)) {
                operation.addParametersItem(idempotencyKey());
            }
            if (returnsCommandOutcome(handler)) {
                operation.getResponses().remove("200");
                operation.getResponses().addApiResponse("204", new ApiResponse().description("The command is done."));
                operation
                        .getResponses()
                        .addApiResponse(
                                "202",
                                new ApiResponse()
                                        .description(
                                                "The command is stored; it was not processed within five seconds."));
            }
            return operation;
        };
    }

    /** Controller and method, such as {@code deskAssign}, since methods of several controllers have the same name. */
    private static String operationId(HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
        String method = handler.getMethod().getName();
        return controller.substring(0, 1).toLowerCase(Locale.ROOT)
                + controller.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    /** A handler with a request parameter passes it to {@link CommandGateway}, which reads the key; a test checks the controllers. */
    private static boolean readsIdempotencyKey(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(HttpServletRequest.class::equals);
    }

    /** {@link CommandGateway#sendAndAwait} alone returns a {@link ResponseEntity} without a body. */
    private static boolean returnsCommandOutcome(HandlerMethod handler) {
        MethodParameter answer = handler.getReturnType();
        return answer.getParameterType().equals(ResponseEntity.class)
                && answer.nested().getNestedParameterType().equals(Void.class);
    }

    private static HeaderParameter idempotencyKey() {
        HeaderParameter header = new HeaderParameter();
        header.name(CommandGateway.IDEMPOTENCY_KEY)
                .description("Marks a repeated request as the same one, which is done once.")
                .schema(new JsonSchema().typesItem("string").minLength(1).maxLength(CommandGateway.MAX_KEY_LENGTH));
        return header;
    }
}
