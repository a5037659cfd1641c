package id.pintu.support.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** W3C header {@code traceparent} of the request that this thread serves, for the records that it causes. */
public final class TraceparentHeader {

    private TraceparentHeader() {}

    /** The current span as a header value; empty outside a request and while tracing is disabled. */
    public static Optional<String> current() {
        SpanContext span = Span.fromContext(Context.current()).getSpanContext();
        return span.isValid()
                ? Optional.of(String.join(
                        "-",
                        "00",
                        span.getTraceId(),
                        span.getSpanId(),
                        span.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
