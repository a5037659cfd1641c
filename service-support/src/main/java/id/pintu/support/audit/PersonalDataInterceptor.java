package id.pintu.support.audit;

import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditEntry.AuditActor;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Interceptor that records each look at {@link PersonalData} before it is answered, and lets none pass unrecorded. */
final class PersonalDataInterceptor implements HandlerInterceptor {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final AuditLog log;

    PersonalDataInterceptor(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        Optional<AuditActor> actor = AuditFilter.noteActor(request);
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(PersonalData.class)) {
            AuditedAddress address = AuditedAddress.of(request);
            try {
                log.write(log.entry(
                        AuditEntry.LOOK,
                        actor,
                        Optional.of(AuditFilter.requestOf(request, address, Optional.empty())),
                        address.about(),
                        Optional.empty()));
            } catch (KafkaException e) {
                throw ProblemException.tryLater(
                        "Looks at personal data are recorded, and the audit log cannot be written at the moment.",
                        RETRY_AFTER_SECONDS);
            }
        }
        return true;
    }
}
