package id.pintu.routing.http.registry;

import id.pintu.processing.versions.VersionHistory;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.support.http.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions somebody wants to see.
 *
 * @param q part of a name, in any case
 * @param kind such as {@code pemerintah_kota}; units are left out unless {@code unit} or a parent is asked for
 * @param parent code of what stands directly above them
 * @param region Kemendagri code of a region; a province's includes what is in it
 * @param connected whether they are
 * @param active whether they are
 * @param at the registry as it stood at this moment, ISO-8601
 * @param revision the registry as it stood after this revision
 */
record InstitutionFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable String region,
        @Nullable Boolean connected,
        @Nullable Boolean active,
        @Nullable String at,
        @Nullable Long revision) {

    VersionHistory<RegistryEntry> versionsAt(VersionHistory<RegistryEntry> versions) {
        VersionHistory<RegistryEntry> then = revision == null ? versions : versions.asOf(revision);
        return at == null ? then : then.asOf(instant(at));
    }

    boolean matches(InstitutionView view) {
        RegistryEntry entry = view.entry();
        return (kind == null ? parent != null || !entry.unit() : kind.equals(entry.kind()))
                && (parent == null || entry.parent().filter(parent::equals).isPresent())
                && (connected == null || connected == entry.connection().connected())
                && (active == null || active == view.active())
                && (region == null
                        || entry.region().filter(this::isWithinRegion).isPresent())
                && (q == null || entry.names().stream().anyMatch(this::nameContains));
    }

    private boolean isWithinRegion(String code) {
        return code.equals(region) || code.startsWith(region + ".");
    }

    private boolean nameContains(String name) {
        return name.toLowerCase(Locale.ROOT).contains(String.valueOf(q).strip().toLowerCase(Locale.ROOT));
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw ProblemException.ofField("at", "is a moment such as 2026-01-31T00:00:00Z");
        }
    }
}
