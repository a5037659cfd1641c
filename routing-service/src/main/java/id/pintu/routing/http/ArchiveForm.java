package id.pintu.routing.http;

import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.support.http.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param ground such as {@code too-general}
 * @param reason the desk's own words to the reporter
 */
record ArchiveForm(
        @Nullable ArchiveReasonCode ground,

        @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
        String reason) {

    /**
     * @throws ProblemException 400 when it is missing
     */
    ArchiveReasonCode requireGround() {
        if (ground == null) {
            throw ProblemException.ofField("ground", "is bad-format, too-general, not-government or not-handled");
        }
        return ground;
    }
}
