package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Jackson mapper for everything on the wire: rejects missing required fields, ignores unknown fields. */
public final class WireJsonMapper {

    /** Writes instants as ISO-8601 and leaves out empty optionals. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private WireJsonMapper() {}

    /** Converts {@code ComplaintRouted} to {@code complaint-routed}. */
    public static String kebabCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Describes a failure without the text that failed, which may contain personal data. */
    public static String reasonWithoutValues(JacksonException failure) {
        return fieldOf(failure)
                .map(field -> "field '" + field + "' " + faultOf(failure))
                .orElse("not readable as JSON");
    }

    /** Predicate for the {@link #fieldOf field} that failed, to be put after its name. */
    public static String faultOf(JacksonException failure) {
        return failure instanceof UnrecognizedPropertyException unknown
                ? "is not known; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : isDuplicate(failure) ? "occurs twice" : "is missing or malformed";
    }

    private static boolean isDuplicate(JacksonException failure) {
        return failure instanceof StreamReadException
                && String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate");
    }

    /** Where the parser stood when the text was no JSON, or a name occurred twice in one object. */
    private static Optional<String> brokenField(JacksonException failure) {
        return failure.processor() instanceof JsonParser parser
                ? Optional.of(parser.streamReadContext().pathAsPointer().toString())
                        .filter(pointer -> !pointer.isEmpty())
                        .map(pointer -> pointer.substring(1).replace('/', '.'))
                : Optional.empty();
    }

    /** Path of the field that could not be read, such as {@code contact.email}. */
    public static Optional<String> fieldOf(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return failure instanceof StreamReadException
                ? brokenField(failure)
                : Optional.of(path).filter(found -> !found.isEmpty());
    }
}
