package id.pintu.routing.http.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.events.TopicNames;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.registry.RegistryEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * One institution, or unit, as anybody may see it.
 *
 * @param version for {@code If-Match}
 * @param active whether it answers; an institution that is connected and active gets reports
 * @param inactiveSince from when it is not active
 * @param feed the topic with its complaints; a unit's are among its institution's
 */
record InstitutionView(
        @JsonUnwrapped RegistryEntry entry,
        int version,
        Instant changedAt,
        boolean active,
        Optional<Instant> inactiveSince,
        String feed) {

    /**
     * @param institution code of the institution; for a unit, of the one whose part it is
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
