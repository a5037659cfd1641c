package id.pintu.routing.registry;

import id.pintu.events.InstitutionRef;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One institution, or one unit of an institution, as it is now.
 *
 * @param entry what the national desk wrote down
 * @param zone its own time zone
 * @param active it has not let its clocks run out for too long without a step
 */
public record RegistryInstitution(RegistryEntry entry, ZoneId zone, boolean active) {

    /** Such as {@code D.33.74}. */
    public String code() {
        return entry.code();
    }

    public String name() {
        return entry.name();
    }

    /** Its name, short name and aliases, the official one first. */
    public List<String> names() {
        return entry.names();
    }

    /** A part of its parent, and no institution by itself. */
    public boolean isUnit() {
        return entry.unit();
    }

    /** Such as {@code pemerintah_kota}. */
    public String kind() {
        return entry.kind();
    }

    public boolean isOfKind(InstitutionKind other) {
        return kind().equals(other.text());
    }

    /** Of the region it serves; empty for a national one. */
    public Optional<String> regionCode() {
        return entry.region();
    }

    public boolean connected() {
        return entry.connection().connected();
    }

    /** Connected and active: a report sent there will be seen. */
    public boolean takesReports() {
        return unavailableReason().isEmpty();
    }

    /** Why a report sent there would not be seen: {@code not-connected} or {@code not-active}. */
    public Optional<String> unavailableReason() {
        if (!connected()) {
            return Optional.of("not-connected");
        }
        return active ? Optional.empty() : Optional.of("not-active");
    }

    /** As events name it. */
    public InstitutionRef toInstitution() {
        return new InstitutionRef(code(), name(), zone);
    }
}
