package id.pintu.routing.http.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.pintu.routing.registry.Connection;
import id.pintu.routing.registry.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One institution as the desk sends it; what is left out is empty. What can be seen and not written may be sent back.
 *
 * @param why the reason of the change; kept for ever
 */
@JsonIgnoreProperties({"code", "version", "changedAt", "active", "inactiveSince", "feed"})
record InstitutionForm(
        @Nullable String name,
        @Nullable String shortName,
        @Nullable List<String> aliases,
        @Nullable String kind,
        @Nullable String region,
        @Nullable String parent,
        @Nullable ConnectionForm connection,
        @Nullable List<String> smsKeywords,
        @Nullable String source,
        @Nullable String why) {

    record ConnectionForm(
            @Nullable Boolean connected,
            @Nullable String decree,
            @Nullable LocalDate since) {

        Connection connection() {
            return new Connection(Boolean.TRUE.equals(connected), given(decree), Optional.ofNullable(since));
        }
    }

    Entry entry(String code) {
        return new Entry(
                code,
                given(name).orElse(""),
                given(shortName),
                several(aliases),
                given(kind).orElse(""),
                given(region),
                given(parent),
                connection == null ? Connection.NONE : connection.connection(),
                several(smsKeywords).stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT))
                        .toList(),
                given(source));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> several(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().flatMap(each -> given(each).stream()).toList();
    }
}
