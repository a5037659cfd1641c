package id.pintu.routing.government;

import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.text.PhraseMatcher;
import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Matcher of the names of units in texts: common units of local governments, and units of the registry. */
public final class UnitNameMatcher {

    /** Words before the name of a building that only describes a location. */
    private static final Set<String> LOCATION_PREFIXES = Set.of(
            "depan", "dekat", "samping", "sebelah", "seberang", "belakang", "sekitar", "kantor", "gedung", "arah");

    private final PhraseMatcher<GovernmentUnit> names = new PhraseMatcher<>();
    private final List<GovernmentUnit> units;

    public UnitNameMatcher(List<GovernmentUnit> units) {
        this.units = List.copyOf(units);
        for (GovernmentUnit unit : units) {
            names.add(unit.name(), unit);
            unit.names().forEach(name -> names.add(name, unit));
        }
    }

    /**
     * Name of the unit of this institution in a text; its own units take precedence over common ones. Empty if the text
     * names several, since then none can be chosen.
     */
    public Optional<String> unitNamedIn(TokenizedText text, RegistryInstitution institution) {
        List<GovernmentUnit> named = namedIn(text);
        List<GovernmentUnit> own = unitsOf(institution, named, GovernmentUnit::belongsTo);
        List<GovernmentUnit> candidates = own.isEmpty() ? unitsOf(institution, named, GovernmentUnit::isCommonIn) : own;
        return candidates.size() == 1
                ? candidates.stream().map(GovernmentUnit::name).findFirst()
                : Optional.empty();
    }

    /** The units of this institution that a text names, its own and common ones. */
    public List<GovernmentUnit> unitsNamedIn(TokenizedText text, RegistryInstitution institution) {
        return unitsOf(institution, namedIn(text), UnitNameMatcher::isUnitOf);
    }

    /** The units of this institution, those of the registry and the usual ones of its kind. */
    public List<GovernmentUnit> unitsOf(RegistryInstitution institution) {
        return unitsOf(institution, units, UnitNameMatcher::isUnitOf);
    }

    private static boolean isUnitOf(GovernmentUnit unit, RegistryInstitution institution) {
        return unit.belongsTo(institution) || unit.isCommonIn(institution);
    }

    private List<GovernmentUnit> namedIn(TokenizedText text) {
        return names.findIn(text).stream()
                .filter(match -> match.from() == 0 || !LOCATION_PREFIXES.contains(text.get(match.from() - 1)))
                .flatMap(match -> match.meanings().stream())
                .toList();
    }

    /**
     * The official name of the institution's unit with this name; the name itself if the unit is unknown or ambiguous.
     */
    public String officialName(String name, RegistryInstitution institution) {
        List<GovernmentUnit> own = unitsOf(institution, List.copyOf(names.meaningsOf(name)), GovernmentUnit::belongsTo);
        return own.size() == 1 ? own.getFirst().name() : name;
    }

    /** Whether many institutions have a unit of this name, so that it identifies none of them. */
    public boolean isCommon(String name) {
        return names.meaningsOf(name).stream().anyMatch(GovernmentUnit::isCommon);
    }

    private static List<GovernmentUnit> unitsOf(
            RegistryInstitution institution,
            List<GovernmentUnit> units,
            BiPredicate<GovernmentUnit, RegistryInstitution> relation) {
        return units.stream()
                .filter(unit -> relation.test(unit, institution))
                .distinct()
                .toList();
    }
}
