package id.pintu.routing.registry;

import id.pintu.events.InstitutionRef;
import id.pintu.events.ReasonFactName;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Immutable institution or unit in the current registry: its entry and what is derived for it.
 *
 * @param entry as edited by the national desk
 * @param zone time zone of its region
 * @param active false if it missed a deadline and has taken no action for the grace period since
 */
public record RegistryInstitution(RegistryEntry entry, ZoneId zone, boolean active) {

    /** Code such as {@code D.33.74}. */
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

    /** Whether it is a part of its parent rather than an institution. */
    public boolean isUnit() {
        return entry.unit();
    }

    /** Kind such as {@code pemerintah_kota}. */
    public String kind() {
        return entry.kind();
    }

    public boolean isOfKind(InstitutionKind other) {
        return kind().equals(other.text());
    }

    /** Code of the region it serves; empty for a national institution. */
    public Optional<String> regionCode() {
        return entry.region();
    }

    public boolean connected() {
        return entry.connection().connected();
    }

    /** Whether it is connected and active, so that a report sent to it will be processed. */
    public boolean takesReports() {
        return unavailableReason().isEmpty();
    }

    /** Why a report sent to it would not be processed: {@code NOT_CONNECTED} or {@code NOT_ACTIVE}. */
    public Optional<ReasonFactName> unavailableReason() {
        if (!connected()) {
            return Optional.of(ReasonFactName.NOT_CONNECTED);
        }
        return active ? Optional.empty() : Optional.of(ReasonFactName.NOT_ACTIVE);
    }

    /** Reference used in events. */
    public InstitutionRef toInstitution() {
        return new InstitutionRef(code(), name(), zone);
    }
}
