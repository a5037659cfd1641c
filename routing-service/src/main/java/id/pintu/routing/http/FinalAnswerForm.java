package id.pintu.routing.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param answer the final one, in words its reporter reads
 */
record FinalAnswerForm(
        @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
        String answer) {}
