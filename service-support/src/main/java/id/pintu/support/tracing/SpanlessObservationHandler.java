package id.pintu.support.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;

/**
 * Tracing handler that makes no span for an observation inside a request or outside of one, such as a security filter, a
 * batch of records or a scheduled task. The span of the request stays the current one.
 */
final class SpanlessObservationHandler extends DefaultTracingObservationHandler {

    SpanlessObservationHandler(Tracer tracer) {
        super(tracer);
    }

    @Override
    public void onStart(Observation.Context context) {
        getTracingContext(context); // an empty one, which the metrics handler requires
    }

    @Override
    public void onError(Observation.Context context) {}

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {}

    @Override
    public void onScopeOpened(Observation.Context context) {}

    @Override
    public void onScopeClosed(Observation.Context context) {}

    @Override
    public void onStop(Observation.Context context) {}
}
