package id.pintu.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void isTheCurrentSpanWithItsSampledFlag(String flags) {
        try (Scope _ = span(flags).makeCurrent()) {
            assertThat(TraceparentHeader.current())
                    .contains("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-" + flags);
        }
    }

    @Test
    void isEmptyOutsideARequest() {
        assertThat(TraceparentHeader.current()).isEmpty();
    }

    @Test
    void isEmptyForAnInvalidSpan() {
        try (Scope _ = Span.getInvalid().makeCurrent()) {
            assertThat(TraceparentHeader.current()).isEmpty();
        }
    }

    private static Span span(String flags) {
        return Span.wrap(SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.fromHex(flags, 0),
                TraceState.getDefault()));
    }
}
