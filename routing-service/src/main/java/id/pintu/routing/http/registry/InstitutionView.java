package id.pintu.routing.http.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.events.TopicNames;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.registry.RegistryEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * Public view of one institution or unit.
 *
 * @param version for {@code If-Match}
 * @param active whether it handles its complaints; an institution that is connected and active is assigned reports
 * @param inactiveSince since when it is inactive
 * @param feed the topic of its assignments; for a unit, the feed of its institution
 */
record InstitutionView(
        @JsonUnwrapped RegistryEntry entry,
        int version,
        Instant changedAt,
        boolean active,
        Optional<Instant> inactiveSince,
        String feed) {

    /**
     * @param institution code of the institution; for a unit, of the institution it belongs to
     */
    static InstitutionView of(
            VersionedValue<RegistryEntry> version, String institution, Optional<Instant> inactiveSince) {
        return new InstitutionView(
                version.value(),
                version.version(),
                version.at(),
                inactiveSince.isEmpty(),
                inactiveSince,
                TopicNames.agencyFeed(institution));
    }
}
