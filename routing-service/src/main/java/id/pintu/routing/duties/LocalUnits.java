package id.pintu.routing.duties;

import id.pintu.routing.registry.Registration;
import id.pintu.routing.text.Phrases;
import id.pintu.routing.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of unit there are, found by the names people write. */
public final class LocalUnits {

    /** What stands before the name of a building that something else is near. */
    private static final Set<String> NEARBY = Set.of(
            "depan", "dekat", "samping", "sebelah", "seberang", "belakang", "sekitar", "kantor", "gedung", "arah");

    private final Phrases<LocalUnit> names = new Phrases<>();

    public LocalUnits(List<LocalUnit> units) {
        for (LocalUnit unit : units) {
            names.add(unit.name(), unit);
            unit.names().forEach(name -> names.add(name, unit));
        }
    }

    /** The one unit of this government that a text names; none when it names several, for then nobody is meant. */
    public Optional<LocalUnit> named(Words text, Registration government) {
        List<LocalUnit> named = names.in(text).stream()
                .filter(match -> match.from() == 0 || !NEARBY.contains(text.get(match.from() - 1)))
                .flatMap(match -> match.meanings().stream())
                .filter(unit -> unit.kinds().contains(government.kind()))
                .distinct()
                .toList();
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }
}
