package id.pintu.portal.remote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** JSON of a problem that names the fields of a request that are invalid, as every service answers it with 400. */
public record RemoteValidationProblem(@Nullable List<RemoteFieldError> errors) {

    record RemoteFieldError(String field) {}

    /** The invalid fields of a response; empty when its body names none. */
    public static Set<String> fieldsOf(ConvertibleClientHttpResponse response) throws IOException {
        return Optional.ofNullable(response.bodyTo(RemoteValidationProblem.class))
                .map(RemoteValidationProblem::errors)
                .orElse(List.of())
                .stream()
                .map(RemoteFieldError::field)
                .collect(Collectors.toUnmodifiableSet());
    }
}
