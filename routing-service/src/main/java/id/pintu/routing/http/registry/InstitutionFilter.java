package id.pintu.routing.http.registry;

import id.pintu.processing.versions.VersionHistory;
import id.pintu.routing.registry.InstitutionKind;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.support.http.ProblemException;
import id.pintu.support.regions.RegionCatalog;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that filter institutions; those that are absent do not filter.
 *
 * @param q part of a name, ignoring case
 * @param kind such as {@code pemerintah_kota}; units are left out unless {@code unit} or a parent is asked for
 * @param parent code of the entry directly above them
 * @param region Kemendagri code of a region; a province includes its regions
 * @param connected whether they are connected
 * @param active whether they are active
 * @param at the registry as of this time, ISO-8601
 * @param revision the registry as of this revision
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

    private static final RegionCatalog REGIONS = RegionCatalog.bundled();

    /**
     * @param isRegistered whether a code is in the registry
     * @throws ProblemException 400, naming the parameter that matches nothing because it is no such thing
     */
    void requireValid(Predicate<String> isRegistered) {
        if (kind != null && InstitutionKind.of(kind).isEmpty()) {
            throw ProblemException.ofField("kind", "is a kind of institution, such as pemerintah_kota");
        }
        if (region != null && !REGIONS.contains(region)) {
            throw ProblemException.ofField("region", "is a region's code, such as 33.74");
        }
        if (parent != null && !isRegistered.test(parent)) {
            throw ProblemException.ofField("parent", "is the code of an institution or unit, such as D.33.74");
        }
        if (revision != null && revision < 0) {
            throw ProblemException.ofField("revision", "is 0 or more");
        }
        if (at != null && revision != null) {
            throw ProblemException.ofField("revision", "is given without at");
        }
    }

    VersionHistory<RegistryEntry> versionsAt(VersionHistory<RegistryEntry> versions) {
        VersionHistory<RegistryEntry> asOfRevision = revision == null ? versions : versions.asOf(revision);
        return at == null ? asOfRevision : asOfRevision.asOf(instant(at));
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
            throw ProblemException.ofField("at", "is a time such as 2026-01-31T00:00:00Z");
        }
    }
}
