package id.pintu.routing.http;

import id.pintu.events.ComplaintKind;
import id.pintu.support.http.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param kind what it is, such as {@code supervisory-complaint}
 * @param reason in words its reporter may read
 */
record ReclassifyForm(
        @Nullable ComplaintKind kind,

        @NotBlank(message = "is required: why it is of another kind")
        @Size(max = 5_000, message = "has at most 5000 characters")
        @Nullable
        String reason) {

    ComplaintKind requireKind() {
        if (kind == null) {
            throw ProblemException.ofField(
                    "kind", "is complaint, supervisory-complaint, information-request or aspiration");
        }
        return kind;
    }
}
