package id.pintu.support.audit;

import id.pintu.events.ComplaintId;
import id.pintu.support.audit.record.AuditEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Address of a request as the log has it: the pattern of its path, and the path's variables.
 *
 * @param about variables of the path by name; values that are no code or number are left out
 */
record AuditedAddress(Optional<String> pattern, Map<String, String> about) {

    private static final AuditedAddress UNKNOWN = new AuditedAddress(Optional.empty(), Map.of());
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~@-]{1,64}");

    /** Handler to which the request was dispatched; empty when it did not come that far. */
    static Optional<HandlerMethod> handler(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                ? Optional.of(handler)
                : Optional.empty();
    }

    /** Whether any handler, also one of static files, got the request. */
    static boolean isDispatched(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) != null;
    }

    /** Address of a request that was dispatched. */
    static AuditedAddress of(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return UNKNOWN;
        }
        Map<String, String> about = new TreeMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> put(about, String.valueOf(name), String.valueOf(value)));
        }
        return new AuditedAddress(Optional.of(pattern), about);
    }

    /** Address of a request that was refused before it was dispatched: the handler that would have got it is looked up. */
    static AuditedAddress lookUp(HttpServletRequest request, RequestMappingHandlerMapping handlers) {
        if (isDispatched(request)) {
            return of(request);
        }
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return handlers.getHandler(request) == null ? UNKNOWN : of(request);
        } catch (Exception e) {
            return UNKNOWN; // another method, or a path that is none
        }
    }

    private static void put(Map<String, String> about, String name, String value) {
        if (name.equals("id") && isComplaint(value)) {
            about.put(AuditEntry.COMPLAINT, ComplaintId.parse(value).value());
        } else if (CODE.matcher(value).matches()) {
            about.put(name, value);
        }
    }

    private static boolean isComplaint(String text) {
        try {
            ComplaintId.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
