package id.pintu.routing.decision;

import id.pintu.routing.book.Hit;
import id.pintu.routing.decision.NamedInstitutions.Named;
import id.pintu.routing.places.Located;
import id.pintu.routing.places.Places;
import id.pintu.routing.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was found in one report, each kind of evidence for itself.
 *
 * @param named institutions the text names, by code
 * @param misconduct what tells that it is about an institution's own officers, if anything does
 */
record Findings(
        Words title, Words text, Places places, List<Hit> hits, Map<String, Named> named, Optional<Hit> misconduct) {

    private static final double SURE_PLACE = 0.5;
    private static final double SURE_NAME = 0.5;

    /** The report has a title: it came by a form, not by SMS or chat. */
    boolean titled() {
        return title.size() > 0;
    }

    /** The place it is about, when one is named plainly. */
    Optional<Located> place() {
        return places.regencies().stream().findFirst().filter(place -> place.score() >= SURE_PLACE);
    }

    /** What is known besides the words, for the text model: alone, and joined with what changes its meaning. */
    List<String> concepts() {
        Affairs affairs = new Affairs(hits);
        List<String> ranked = affairs.addresses().stream()
                .sorted(Comparator.comparingDouble(affairs::share).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String first = ranked.isEmpty() ? "none" : ranked.getFirst();
        String second = ranked.size() < 2 ? "none" : ranked.get(1);
        String placed = place().isPresent() ? "+placed" : "-placed";
        List<String> concepts = new ArrayList<>(List.of(
                "first:" + first,
                placed,
                "first:" + first + placed,
                "first:" + first + '/' + second,
                "first:" + first + !titled()));
        for (Hit hit : hits) {
            concepts.add("rule:" + hit.rule().name());
            concepts.add("rule:" + hit.rule().name() + placed);
        }
        named.values().stream()
                .filter(each -> each.strength() > SURE_NAME)
                .forEach(each -> concepts.add("named:" + each.institution().code()));
        place().map(place -> place.region().code()).ifPresent(code -> {
            concepts.add("place:" + code);
            concepts.add("place:" + code + '/' + first);
        });
        places.provinces().stream()
                .findFirst()
                .ifPresent(province -> concepts.add("place:" + province.region().code()));
        return concepts;
    }
}
