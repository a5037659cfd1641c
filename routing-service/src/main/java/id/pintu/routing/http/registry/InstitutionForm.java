package id.pintu.routing.http.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.RegistryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Request body with one institution; missing fields are empty. Read-only fields of the view are accepted
 * and ignored, so that a client may send back what it read.
 *
 * @param why the reason of the change; stored with the version
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

        FeedConnectionStatus connection() {
            return new FeedConnectionStatus(
                    Boolean.TRUE.equals(connected), trimmed(decree), Optional.ofNullable(since));
        }
    }

    RegistryEntry entry(String code) {
        return RegistryEntry.builder(
                        code, trimmed(name).orElse(""), trimmed(kind).orElse(""))
                .shortName(trimmed(shortName))
                .aliases(trimmedList(aliases))
                .region(trimmed(region))
                .parent(trimmed(parent))
                .connection(connection == null ? FeedConnectionStatus.NONE : connection.connection())
                .smsKeywords(trimmedList(smsKeywords).stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT))
                        .toList())
                .source(trimmed(source))
                .build();
    }

    private static Optional<String> trimmed(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> trimmedList(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().flatMap(each -> trimmed(each).stream()).toList();
    }
}
