package id.pintu.support.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Interceptor that answers 406 before a handler acts, where its response could not be written as the client accepts it.
 * Spring itself would find out after the handler, when the report is already in the ledger. Handlers whose mapping says
 * what it produces are matched by Spring before they act; every other handler with a body produces JSON.
 */
final class AcceptHeaderInterceptor implements HandlerInterceptor {

    private static final List<MediaType> PRODUCED =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method && writesJson(method) && !acceptsJson(request)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean writesJson(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        boolean restController = AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
        return restController && (mapping == null || mapping.produces().length == 0) && hasBody(method);
    }

    private static boolean hasBody(HandlerMethod method) {
        Type declared = method.getReturnType().getGenericParameterType();
        ResolvableType type = ResolvableType.forType(declared);
        ResolvableType body = type.resolve() == ResponseEntity.class ? type.getGeneric(0) : type;
        return body.resolve() != void.class && body.resolve() != Void.class;
    }

    private static boolean acceptsJson(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        String accept = String.join(",", java.util.Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (accept.isBlank()) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(accepted -> PRODUCED.stream().anyMatch(accepted::isCompatibleWith));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
