package id.pintu.routing.units;

import id.pintu.routing.government.GovernmentUnit;
import id.pintu.routing.government.UnitNameMatcher;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.text.TokenizedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Immutable directory of the units of one institution: those of the registry, the usual ones of its kind, and those that it
 * has used, each under one name. A usual unit that the institution calls otherwise has the institution's name.
 */
public final class UnitDirectory {

    private final RegistryInstitution institution;
    private final UnitNameMatcher matcher;
    private final List<GovernmentUnit> known;
    private final Map<String, Set<String>> officialNames;
    private final Map<String, String> usedByOfficialName = new LinkedHashMap<>();
    private final List<String> used;

    /**
     * @param used names of units that the institution has given reports to, the most used first
     */
    public UnitDirectory(RegistryInstitution institution, UnitNameMatcher matcher, Collection<String> used) {
        this.institution = institution;
        this.matcher = matcher;
        this.known = matcher.unitsOf(institution);
        this.officialNames = officialNames(known);
        this.used = List.copyOf(used);
        this.used.forEach(name -> usedByOfficialName.putIfAbsent(key(officialName(name)), name));
    }

    /** Names of all units: those of the registry, the usual ones, and the used ones. */
    public List<String> names() {
        return Stream.concat(known.stream().map(this::nameOf), used.stream())
                .distinct()
                .toList();
    }

    /** The institution's name of a unit. */
    String nameOf(GovernmentUnit unit) {
        return usedByOfficialName.getOrDefault(key(unit.name()), unit.name());
    }

    /** The units of these affairs: as a rule calls them, or those of a national institution's affairs. */
    List<GovernmentUnit> unitsOfAffair(String affair) {
        return known.stream().filter(unit -> unit.affairs().contains(affair)).toList();
    }

    /** The units that a text names. */
    List<GovernmentUnit> unitsNamedIn(TokenizedText text) {
        return matcher.unitsNamedIn(text, institution);
    }

    /** Official name of the unit that this is a name of; the name itself when it is unknown or that of several. */
    public String officialName(String name) {
        Set<String> meant = officialNames.getOrDefault(key(name), Set.of());
        return meant.size() == 1 ? meant.iterator().next() : name;
    }

    private static Map<String, Set<String>> officialNames(List<GovernmentUnit> units) {
        Map<String, Set<String>> officialNames = new HashMap<>();
        units.forEach(unit -> Stream.concat(Stream.of(unit.name()), unit.names().stream())
                .forEach(name -> officialNames
                        .computeIfAbsent(key(name), absent -> new LinkedHashSet<>())
                        .add(unit.name())));
        return officialNames;
    }

    static String key(String name) {
        return String.join(" ", TokenizedText.of(name).asList()).toLowerCase(Locale.ROOT);
    }
}
