package id.pintu.support.audit;

import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditEntry.AuditActor;
import id.pintu.support.audit.record.AuditEntry.AuditRequest;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemResponseWriter;
import id.pintu.support.http.TraceparentHeader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Filter that writes the audit log's entries about HTTP requests, within Spring Security's filter chain: outside of what
 * signs in and refuses, inside of what knows the caller.
 *
 * <p>Of a request that may change something, the entry is durable before its answer is sent: else the answer is 503. A
 * refused attempt is recorded without waiting. Looks at personal data are {@link PersonalDataInterceptor}'s.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final String ACTOR = AuditFilter.class.getName() + ".actor";
    private static final String RESPONSE = AuditFilter.class.getName() + ".response";
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name(), HttpMethod.TRACE.name());
    private static final String TOKEN_ENDPOINT = "/oauth2/token";
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String NOT_RECORDED =
            "The audit log cannot be written at the moment, so it is not certain whether this was done. Try again.";

    private final AuditLog log;
    private final RefusalLimiter limiter;
    private final Supplier<RequestMappingHandlerMapping> handlers;

    AuditFilter(AuditLog log, RefusalLimiter limiter, Supplier<RequestMappingHandlerMapping> handlers) {
        this.log = log;
        this.limiter = limiter;
        this.handlers = handlers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean resumed = request.getAttribute(RESPONSE) instanceof AuditedResponse;
        AuditedResponse audited = request.getAttribute(RESPONSE) instanceof AuditedResponse started
                ? started
                : new AuditedResponse(response, status -> record(request, status));
        request.setAttribute(RESPONSE, audited);
        try {
            chain.doFilter(request, resumed ? response : audited);
            if (!request.isAsyncStarted()) {
                audited.complete();
            }
        } catch (ProblemException e) {
            // Where no controller is involved; in one it becomes the same answer.
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
            ProblemResponseWriter.write(response, HttpStatus.SERVICE_UNAVAILABLE, "try-later", NOT_RECORDED);
        }
    }

    /** What is answered by another thread may end without a body. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Notes the caller for the time when the answer is sent, perhaps by another thread. */
    static Optional<AuditActor> noteActor(HttpServletRequest request) {
        Optional<AuditActor> actor = currentActor(request);
        actor.ifPresent(found -> request.setAttribute(ACTOR, found));
        return actor;
    }

    static AuditRequest requestOf(HttpServletRequest request, AuditedAddress address, Optional<Integer> status) {
        Optional<String> traceId = TraceparentHeader.current().map(header -> header.substring(3, 35));
        return new AuditRequest(request.getMethod(), address.pattern(), status, traceId);
    }

    private void record(HttpServletRequest request, int status) {
        Optional<AuditActor> actor =
                request.getAttribute(ACTOR) instanceof AuditActor noted ? Optional.of(noted) : currentActor(request);
        if (isRefusal(request, status)) {
            recordRefusal(request, status, actor);
        } else if (actor.isPresent() && !READING.contains(request.getMethod()) && !isRecordedElsewhere(request)) {
            AuditedAddress address = AuditedAddress.of(request);
            AuditRequest http = requestOf(request, address, Optional.of(status));
            try {
                log.write(log.entry(AuditEntry.ACT, actor, Optional.of(http), address.about(), Optional.empty()));
            } catch (KafkaException e) {
                throw ProblemException.tryLater(NOT_RECORDED, RETRY_AFTER_SECONDS);
            }
        }
    }

    /** An address that no rule allows is denied as 404, before it is dispatched. */
    private static boolean isRefusal(HttpServletRequest request, int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN -> true;
            case HttpServletResponse.SC_NOT_FOUND -> !AuditedAddress.isDispatched(request);
            default -> false;
        };
    }

    private void recordRefusal(HttpServletRequest request, int status, Optional<AuditActor> actor) {
        if (limiter.admits(actor.map(AuditActor::account), request.getRemoteAddr())) {
            AuditedAddress address = AuditedAddress.lookUp(request, handlers.get());
            AuditRequest http = requestOf(request, address, Optional.of(status));
            log.writeLater(log.entry(AuditEntry.REFUSAL, actor, Optional.of(http), address.about(), Optional.empty()));
        }
    }

    /** Writes how many refusals were left out, if any were. */
    void recordLeftOut() {
        long leftOut = limiter.takeLeftOut();
        if (leftOut > 0) {
            log.writeLater(log.entry(
                    AuditEntry.REFUSALS_LEFT_OUT, Optional.empty(), Optional.empty(), Map.of(), Optional.of(leftOut)));
        }
    }

    private static boolean isRecordedElsewhere(HttpServletRequest request) {
        if (request.getServletPath().equals(TOKEN_ENDPOINT)) {
            return true; // the sign-in is recorded, not each token that follows from it
        }
        Optional<HandlerMethod> handler = AuditedAddress.handler(request);
        return handler.isPresent()
                && (handler.get().hasMethodAnnotation(RecordedElsewhere.class)
                        || AnnotatedElementUtils.hasAnnotation(handler.get().getBeanType(), RecordedElsewhere.class));
    }

    /** With the roles by which the request is allowed; of a refused one, with all. */
    private static Optional<AuditActor> currentActor(HttpServletRequest request) {
        return CallerGrants.of(request)
                .map(AuditActors::of)
                .or(() -> AuditActors.of(SecurityContextHolder.getContext().getAuthentication()));
    }
}
