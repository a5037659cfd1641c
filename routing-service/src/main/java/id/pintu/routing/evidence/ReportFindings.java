package id.pintu.routing.evidence;

import id.pintu.routing.evidence.InstitutionNameFinder.NamedInstitution;
import id.pintu.routing.places.RegionRanking;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.rules.RuleMatch;
import id.pintu.routing.text.TokenizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Immutable evidence found in one report, by kind.
 *
 * @param hits the routing rules it matches
 * @param named institutions the text names, by code
 * @param misconduct the match that shows it is about an institution's own officers, if any
 */
public record ReportFindings(
        TokenizedText title,
        TokenizedText text,
        RegionRanking places,
        List<RuleMatch> hits,
        Map<String, NamedInstitution> named,
        Optional<RuleMatch> misconduct) {

    private static final double MIN_PLACE_SCORE = 0.5;
    private static final double MIN_NAME_STRENGTH = 0.5;

    /** Whether the report has a title: it came through a form, not SMS or chat. */
    public boolean titled() {
        return title.size() > 0;
    }

    /** The place it is about, if one is named clearly. */
    Optional<ScoredRegion> likelyPlace() {
        return places.regencies().stream().findFirst().filter(place -> place.score() >= MIN_PLACE_SCORE);
    }

    /** Extra features for the text classifier beside the words: single findings, and combinations that change their meaning. */
    List<String> concepts() {
        RuleScores ruleScores = new RuleScores(hits);
        List<String> ranked = ruleScores.keys().stream()
                .sorted(Comparator.comparingDouble(ruleScores::share)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        String first = ranked.isEmpty() ? "none" : ranked.getFirst();
        String second = ranked.size() < 2 ? "none" : ranked.get(1);
        String placed = likelyPlace().isPresent() ? "+placed" : "-placed";
        List<String> concepts = new ArrayList<>(List.of(
                "first:" + first,
                placed,
                "first:" + first + placed,
                "first:" + first + '/' + second,
                "first:" + first + !titled()));
        for (RuleMatch hit : hits) {
            concepts.add("rule:" + hit.rule().name());
            concepts.add("rule:" + hit.rule().name() + placed);
        }
        named.values().stream()
                .filter(each -> each.strength() > MIN_NAME_STRENGTH)
                .forEach(each -> concepts.add("named:" + each.institution().code()));
        likelyPlace().map(place -> place.region().code()).ifPresent(code -> {
            concepts.add("place:" + code);
            concepts.add("place:" + code + '/' + first);
        });
        places.provinces().stream()
                .findFirst()
                .ifPresent(province -> concepts.add("place:" + province.region().code()));
        return concepts;
    }
}
