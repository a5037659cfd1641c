package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request body of an institution's final answer.
 *
 * @param answer the final answer to the reporter
 * @param also numbers of reports of the same incident that get the same answer; ignored for an incident, which has all of them
 */
record FinalAnswerForm(
        @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
        String answer,

        @Size(max = 50, message = "has at most 50 numbers") @Nullable
        List<String> also) {

    List<String> others() {
        return also == null ? List.of() : List.copyOf(also);
    }

    Resolve toCommand(UUID command, ComplaintId complaint, String institution) {
        return new Resolve(command, complaint, institution, Objects.requireNonNull(answer));
    }
}
