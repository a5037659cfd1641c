package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.routing.handling.HandlingCommand.Archive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request body of the desk's decision to archive.
 *
 * @param ground such as {@code too-general}
 * @param reason the desk's explanation to the reporter
 */
record ArchiveForm(
        @NotNull(message = "is bad-format, too-general, not-government or not-handled")
        ArchiveReasonCode ground,

        @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
        String reason) {

    Archive toCommand(UUID command, ComplaintId complaint) {
        return new Archive(command, complaint, ground, Objects.requireNonNull(reason));
    }
}
