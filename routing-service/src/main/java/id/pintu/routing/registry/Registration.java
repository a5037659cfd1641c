package id.pintu.routing.registry;

import id.pintu.events.Institution;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One institution in the registry.
 *
 * @param code such as {@code D.33.74}
 * @param names its name, short name and aliases, the official one first
 * @param kind such as {@code pemerintah_kota}
 * @param regionCode of the region it serves; empty for a national one
 * @param zone its own time zone
 * @param connected it has a team by decree, accounts, and takes reports from its feed
 */
public record Registration(
        String code, List<String> names, String kind, Optional<String> regionCode, ZoneId zone, boolean connected) {

    public Registration {
        names = List.copyOf(names);
    }

    public String name() {
        return names.getFirst();
    }

    /** As events name it. */
    public Institution institution() {
        return new Institution(code, name(), zone);
    }
}
