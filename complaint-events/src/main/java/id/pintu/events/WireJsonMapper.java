package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the wire: strict about what is missing, tolerant of what is new. */
public final class WireJsonMapper {

    /** Instants as ISO-8601, absent optionals left out, a missing required field refused. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private WireJsonMapper() {}

    /** {@code ComplaintRouted} to {@code complaint-routed}. */
    public static String kebabCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Where reading failed, without the text that failed: that text may name a person. */
    public static String reasonWithoutValues(JacksonException failure) {
        return fieldOf(failure)
                .map(field -> "field '" + field + "' " + faultOf(failure))
                .orElse("not readable as JSON");
    }

    /** What is wrong with {@link #fieldOf the field}, to follow its name. */
    public static String faultOf(JacksonException failure) {
        return failure instanceof UnrecognizedPropertyException unknown
                ? "is not known; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : "is missing or malformed";
    }

    /** The field that could not be read, nested ones as {@code contact.email}. */
    public static Optional<String> fieldOf(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return Optional.of(path).filter(found -> !found.isEmpty());
    }
}
