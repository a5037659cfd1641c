package id.pintu.routing.decision;

import id.pintu.routing.duties.Units;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.registry.Sphere;
import id.pintu.routing.text.Phrases;
import id.pintu.routing.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the institutions that a text names, by name, short name or alias, their own or a unit's. Local governments
 * themselves are found by their place.
 */
final class NamedInstitutions {

    /**
     * An institution that is named.
     *
     * @param strength 1 for its name said once
     */
    record Named(Registration institution, double strength, List<String> words) {
        Named and(Named more) {
            List<String> both = new ArrayList<>(words);
            more.words().stream().filter(word -> !both.contains(word)).forEach(both::add);
            return new Named(institution, Math.min(2, strength + 0.3 * more.strength()), List.copyOf(both));
        }
    }

    private static final int ABBREVIATION = 3;
    private static final Set<String> ADDRESSING =
            Set.of("yth", "kepada", "kpd", "untuk", "utk", "pihak", "bapak", "ke");

    private record Name(Registration institution, boolean abbreviation) {}

    private final Phrases<Name> names = new Phrases<>();

    NamedInstitutions(Registry registry, Units units) {
        for (Registration institution : registry.institutions()) {
            if (registry.sphere(institution) == Sphere.NATIONAL || registry.sphere(institution) == Sphere.COMPANY) {
                institution.names().forEach(name -> add(name, institution));
            }
        }
        registry.units()
                .forEach((unit, institution) -> unit.names().stream()
                        .filter(name -> !units.isUsual(name))
                        .forEach(name -> add(name, institution)));
    }

    private void add(String name, Registration institution) {
        boolean abbreviation = name.length() <= ABBREVIATION && name.equals(name.toUpperCase(Locale.ROOT));
        names.add(name, new Name(institution, abbreviation));
    }

    Map<String, Named> in(Words words) {
        Map<String, Named> found = new LinkedHashMap<>();
        for (Phrases.Match<Name> match : names.in(words)) {
            for (Name name : match.meanings()) {
                double strength =
                        strength(name, match, words) / match.meanings().size();
                if (strength > 0) {
                    found.merge(
                            name.institution().code(),
                            new Named(
                                    name.institution(), strength, List.of(words.phrase(match.from(), match.length()))),
                            Named::and);
                }
            }
        }
        return found;
    }

    /** Two or three letters are a name only when they are written as one. */
    private static double strength(Name name, Phrases.Match<Name> match, Words words) {
        boolean addressed = match.from() > 0 && ADDRESSING.contains(words.get(match.from() - 1));
        double certain = name.abbreviation() && !words.isCapital(match.from()) ? 0.2 : 0.8;
        return addressed ? certain * 1.5 : certain;
    }
}
