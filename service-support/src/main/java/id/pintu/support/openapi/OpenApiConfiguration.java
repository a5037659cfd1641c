package id.pintu.support.openapi;

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
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.method.HandlerMethod;

/**
 * What a service's document says beside what stands in its controllers and their Javadoc: its name, the keys its paths
 * need, how commands are answered, and what a problem looks like. Nothing of it is made before somebody asks for it.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        // All of Pintu has one version; classes that were not packaged have none.
        String version = Objects.requireNonNullElse(
                OpenApiConfiguration.class.getPackage().getImplementationVersion(), "unpackaged");
        return new OpenAPI()
                .info(new Info()
                        .title("Pintu " + service)
                        .version(version)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer openApiSecuritySchemes(WebInvocationPrivilegeEvaluator rules) {
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
                operation.getResponses().addApiResponse("204", new ApiResponse().description("It is done."));
                operation
                        .getResponses()
                        .addApiResponse(
                                "202",
                                new ApiResponse()
                                        .description("It is safe, and its turn has not come within five seconds."));
            }
            return operation;
        };
    }

    /** {@code deskAssign}: methods of several controllers have one name. */
    private static String operationId(HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
        String method = handler.getMethod().getName();
        return controller.substring(0, 1).toLowerCase(Locale.ROOT)
                + controller.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    /** It does so for {@link CommandGateway}, which reads the key from it; a test holds the controllers to that. */
    private static boolean readsIdempotencyKey(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(HttpServletRequest.class::equals);
    }

    /** {@link CommandGateway#sendAndAwait} answers without a body, and nothing else does in a {@link ResponseEntity}. */
    private static boolean returnsCommandOutcome(HandlerMethod handler) {
        MethodParameter answer = handler.getReturnType();
        return answer.getParameterType().equals(ResponseEntity.class)
                && answer.nested().getNestedParameterType().equals(Void.class);
    }

    private static HeaderParameter idempotencyKey() {
        HeaderParameter header = new HeaderParameter();
        header.name(CommandGateway.IDEMPOTENCY_KEY)
                .description("Marks a request sent again as the same one, which is then done once.")
                .schema(new JsonSchema().typesItem("string").minLength(1).maxLength(CommandGateway.MAX_KEY_LENGTH));
        return header;
    }
}
