package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a reclassification.
 *
 * @param kind the right kind, such as {@code supervisory-complaint}
 * @param reason why; the reporter may read it
 */
record ReclassifyForm(
        @NotNull(message = "is complaint, supervisory-complaint, information-request or aspiration")
        ComplaintKind kind,

        @NotBlank(message = "is required: why it is of another kind")
        @Size(max = 5_000, message = "has at most 5000 characters")
        @Nullable
        String reason) {

    /** Command of the desk. */
    Reclassify toCommand(UUID command, ComplaintId complaint) {
        return toCommand(command, complaint, Optional.empty());
    }

    /** Command of the responsible institution. */
    Reclassify toCommand(UUID command, ComplaintId complaint, String institution) {
        return toCommand(command, complaint, Optional.of(institution));
    }

    private Reclassify toCommand(UUID command, ComplaintId complaint, Optional<String> institution) {
        return new Reclassify(command, complaint, institution, kind, Objects.requireNonNull(reason));
    }
}
