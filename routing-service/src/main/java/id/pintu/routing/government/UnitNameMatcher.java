package id.pintu.routing.government;

import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.text.PhraseMatcher;
import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The units there are, found by the names people write: those local governments usually have, and those in the registry. */
public final class UnitNameMatcher {

    /** What stands before the name of a building that something else is near. */
    private static final Set<String> LOCATION_PREFIXES = Set.of(
            "depan", "dekat", "samping", "sebelah", "seberang", "belakang", "sekitar", "kantor", "gedung", "arah");

    private final PhraseMatcher<GovernmentUnit> names = new PhraseMatcher<>();

    public UnitNameMatcher(List<GovernmentUnit> units) {
        for (GovernmentUnit unit : units) {
            names.add(unit.name(), unit);
            unit.names().forEach(name -> names.add(name, unit));
        }
    }

    /**
     * Name of the one unit of this institution that a text names, its own before one that such institutions usually have;
     * none when it names several, for then nobody is meant.
     */
    public Optional<String> unitNamedIn(TokenizedText text, RegistryInstitution institution) {
        List<GovernmentUnit> named = names.findIn(text).stream()
                .filter(match -> match.from() == 0 || !LOCATION_PREFIXES.contains(text.get(match.from() - 1)))
                .flatMap(match -> match.meanings().stream())
                .toList();
        List<GovernmentUnit> own = unitsOf(institution, named, GovernmentUnit::belongsTo);
        List<GovernmentUnit> candidates = own.isEmpty() ? unitsOf(institution, named, GovernmentUnit::isCommonIn) : own;
        return candidates.size() == 1
                ? candidates.stream().map(GovernmentUnit::name).findFirst()
                : Optional.empty();
    }

    /** What the institution itself calls the unit of this name. */
    public String officialName(String name, RegistryInstitution institution) {
        List<GovernmentUnit> own = unitsOf(institution, List.copyOf(names.meaningsOf(name)), GovernmentUnit::belongsTo);
        return own.size() == 1 ? own.getFirst().name() : name;
    }

    /** Many have a unit of this name, so it tells of none of them. */
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
