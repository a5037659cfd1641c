package id.pintu.support.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Limits Spring Boot's request tracing to what is cheap and free of personal data.
 *
 * <p>Boot observes each HTTP request, and its tracing makes a server span of it that continues the caller's trace. The
 * beans here take the place of Boot's handlers, so that a span has low-cardinality attributes only (method, route
 * template, status, outcome, exception class) and so that nothing else makes spans: no security filter, no batch of
 * records. Metrics are not touched. Exporters and sampling: {@code service-defaults.yml}.
 */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    /** Removes the attributes that only spans have, first of all the raw path, which holds tracking numbers. */
    @Bean
    ObservationFilter highCardinalityAttributeFilter() {
        return context -> {
            context.getHighCardinalityKeyValues().stream()
                    .map(KeyValue::getKey)
                    .toList()
                    .forEach(context::removeHighCardinalityKeyValue);
            return context;
        };
    }

    @Bean
    PropagatingReceiverTracingObservationHandler<ReceiverContext<Object>> serverSpanHandler(
            Tracer tracer, Propagator propagator) {
        return new PropagatingReceiverTracingObservationHandler<>(tracer, propagator) {
            @Override
            public void onError(ReceiverContext<Object> context) {
                // The exception's message may quote a report; its class is an attribute already.
            }
        };
    }

    @Bean
    PropagatingSenderTracingObservationHandler<SenderContext<Object>> clientSpanHandler(
            Tracer tracer, Propagator propagator) {
        return new PropagatingSenderTracingObservationHandler<>(tracer, propagator) {
            @Override
            public void onError(SenderContext<Object> context) {
                // As for a server span: the message of a client's exception quotes the response.
            }
        };
    }

    @Bean
    DefaultTracingObservationHandler spanlessObservationHandler(Tracer tracer) {
        return new SpanlessObservationHandler(tracer);
    }
}
