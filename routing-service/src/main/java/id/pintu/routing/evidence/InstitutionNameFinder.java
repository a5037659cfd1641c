package id.pintu.routing.evidence;

import id.pintu.routing.government.UnitNameMatcher;
import id.pintu.routing.registry.GovernmentLevel;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.text.PhraseMatcher;
import id.pintu.routing.text.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finder of the institutions that a text names, by the name, short name or alias of the institution or of one of its units.
 * Local governments themselves are found by their place.
 */
public final class InstitutionNameFinder {

    /**
     * Institution that a text names.
     *
     * @param strength about 1 for a name that occurs once
     */
    public record NamedInstitution(RegistryInstitution institution, double strength, List<String> words) {
        NamedInstitution merge(NamedInstitution more) {
            List<String> both = new ArrayList<>(words);
            more.words().stream().filter(word -> !both.contains(word)).forEach(both::add);
            return new NamedInstitution(institution, Math.min(2, strength + 0.3 * more.strength()), List.copyOf(both));
        }
    }

    private static final int MAX_ABBREVIATION_LENGTH = 3;
    private static final Set<String> ADDRESSING_WORDS =
            Set.of("yth", "kepada", "kpd", "untuk", "utk", "pihak", "bapak", "ke");

    private record InstitutionName(RegistryInstitution institution, boolean abbreviation) {}

    private final PhraseMatcher<InstitutionName> names = new PhraseMatcher<>();

    InstitutionNameFinder(InstitutionRegistry registry, UnitNameMatcher units) {
        for (RegistryInstitution institution : registry.institutions()) {
            if (registry.governmentLevel(institution) == GovernmentLevel.NATIONAL
                    || registry.governmentLevel(institution) == GovernmentLevel.COMPANY) {
                institution.names().forEach(name -> add(name, institution));
            }
        }
        registry.units()
                .forEach((unit, institution) -> unit.names().stream()
                        .filter(name -> !units.isCommon(name))
                        .forEach(name -> add(name, institution)));
    }

    private void add(String name, RegistryInstitution institution) {
        boolean abbreviation = name.length() <= MAX_ABBREVIATION_LENGTH && name.equals(name.toUpperCase(Locale.ROOT));
        names.add(name, new InstitutionName(institution, abbreviation));
    }

    Map<String, NamedInstitution> find(TokenizedText words) {
        Map<String, NamedInstitution> found = new LinkedHashMap<>();
        for (PhraseMatcher.PhraseMatch<InstitutionName> match : names.findIn(words)) {
            for (InstitutionName name : match.meanings()) {
                double strength =
                        strength(name, match, words) / match.meanings().size();
                if (strength > 0) {
                    found.merge(
                            name.institution().code(),
                            new NamedInstitution(
                                    name.institution(), strength, List.of(words.phrase(match.from(), match.length()))),
                            NamedInstitution::merge);
                }
            }
        }
        return found;
    }

    /** An abbreviation of up to three letters counts fully only in capitals. */
    private static double strength(
            InstitutionName name, PhraseMatcher.PhraseMatch<InstitutionName> match, TokenizedText words) {
        boolean addressed = match.from() > 0 && ADDRESSING_WORDS.contains(words.get(match.from() - 1));
        double certain = name.abbreviation() && !words.isCapital(match.from()) ? 0.2 : 0.8;
        return addressed ? certain * 1.5 : certain;
    }
}
