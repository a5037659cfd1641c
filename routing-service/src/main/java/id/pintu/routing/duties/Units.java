package id.pintu.routing.duties;

import id.pintu.routing.registry.Registration;
import id.pintu.routing.text.Phrases;
import id.pintu.routing.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The units there are, found by the names people write: those local governments usually have, and those in the registry. */
public final class Units {

    /** What stands before the name of a building that something else is near. */
    private static final Set<String> NEARBY = Set.of(
            "depan", "dekat", "samping", "sebelah", "seberang", "belakang", "sekitar", "kantor", "gedung", "arah");

    private final Phrases<Unit> names = new Phrases<>();

    public Units(List<Unit> units) {
        for (Unit unit : units) {
            names.add(unit.name(), unit);
            unit.names().forEach(name -> names.add(name, unit));
        }
    }

    /**
     * Name of the one unit of this institution that a text names, its own before one that such institutions usually have;
     * none when it names several, for then nobody is meant.
     */
    public Optional<String> named(Words text, Registration institution) {
        List<Unit> named = names.in(text).stream()
                .filter(match -> match.from() == 0 || !NEARBY.contains(text.get(match.from() - 1)))
                .flatMap(match -> match.meanings().stream())
                .toList();
        List<Unit> own = of(institution, named, Unit::isOwnOf);
        List<Unit> meant = own.isEmpty() ? of(institution, named, Unit::isUsualOf) : own;
        return meant.size() == 1 ? meant.stream().map(Unit::name).findFirst() : Optional.empty();
    }

    /** What the institution itself calls the unit of this name. */
    public String called(String name, Registration institution) {
        List<Unit> own = of(institution, List.copyOf(names.meaningsOf(name)), Unit::isOwnOf);
        return own.size() == 1 ? own.getFirst().name() : name;
    }

    /** Many have a unit of this name, so it tells of none of them. */
    public boolean isUsual(String name) {
        return names.meaningsOf(name).stream().anyMatch(Unit::isUsual);
    }

    private static List<Unit> of(Registration institution, List<Unit> units, BiPredicate<Unit, Registration> whose) {
        return units.stream()
                .filter(unit -> whose.test(unit, institution))
                .distinct()
                .toList();
    }
}
