package id.pintu.routing.places;

import id.pintu.routing.places.PlaceNameMeaning.PlaceKind;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.text.PhraseMatcher.PhraseMatch;
import id.pintu.routing.text.TokenizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scorer of the regions one report can be about: adds up weighted evidence, and weighs names against one another, so
 * that a kecamatan counts more if its region is named too. Not thread-safe; one instance per report.
 */
final class RegionScorer {

    /** Words before a name that show that a street or business is named after a place. */
    static final Set<String> STREET_OR_BUSINESS_PREFIXES = Set.of(
            "jl", "jln", "jalan", "jend", "gang", "gg", "raya", "pt", "cv", "bank", "toko", "perum", "perumahan");

    private static final Set<String> SMALLER_PLACE_PREFIXES =
            Set.of("desa", "ds", "kel", "kelurahan", "dusun", "dsn", "kp", "kampung", "lurah");

    /** Evidence text of coordinates. */
    private static final String POINT = "GPS";

    private static final double CHOSEN = 3;
    private static final double EVERYDAY_WITH_A_CAPITAL = 0.4;
    private static final double EVERYDAY = 0.15;
    private static final double MIN_SCORE = 0.15;
    private static final double NAMED_AFTER = 0.25;
    private static final double SMALLER_PLACE = 0.5;
    private static final double COHERENT = 1.6;
    private static final double PROVINCE_OF_REGENCY = 0.5;

    private final InstitutionRegistry registry;
    private final Set<String> everydayWords;
    private final Map<String, Double> scores = new TreeMap<>();
    private final Map<String, List<String>> evidence = new LinkedHashMap<>();

    private Optional<NearestLandmark> nearestLandmark = Optional.empty();

    RegionScorer(InstitutionRegistry registry, Set<String> everydayWords) {
        this.registry = registry;
        this.everydayWords = everydayWords;
    }

    /** Adds the region that the reporter chose from the list. */
    void addChosenRegion(Region region) {
        scores.put(region.code(), CHOSEN);
        evidence.computeIfAbsent(region.code(), key -> new ArrayList<>()).add(region.code());
    }

    /** Adds the region of the landmark nearest to the coordinates that the reporter's device sent. */
    void addNearestLandmark(NearestLandmark landmark) {
        nearestLandmark = Optional.of(landmark);
        if (landmark.isPlausible()) {
            String region = landmark.landmark().region();
            scores.merge(region, landmark.weight(), Double::sum);
            evidence.computeIfAbsent(region, key -> new ArrayList<>()).add(POINT);
        }
    }

    void addMatches(TokenizedText words, List<PhraseMatch<PlaceNameMeaning>> matches, double factor) {
        for (PlaceKind kind : PlaceKind.values()) {
            for (PhraseMatch<PlaceNameMeaning> match : matches) {
                match.meanings().stream()
                        .filter(meaning -> meaning.kind() == kind)
                        .forEach(meaning -> add(words, match, meaning, factor));
            }
        }
    }

    RegionRanking ranking() {
        List<ScoredRegion> regencies = ranked(false);
        for (ScoredRegion regency : regencies) {
            scores.merge(regency.region().provinceCode(), PROVINCE_OF_REGENCY * regency.score(), Double::sum);
        }
        return new RegionRanking(regencies, ranked(true), nearestLandmark);
    }

    private void add(
            TokenizedText words, PhraseMatch<PlaceNameMeaning> match, PlaceNameMeaning meaning, double factor) {
        String phrase = words.phrase(match.from(), match.length());
        double relativeWeight = meaning.weight() / Math.max(1, totalWeight(match, meaning.kind()));
        double weight = factor * relativeWeight * contextFactor(words, match, phrase) * coherenceFactor(meaning);
        // A second mention adds less than the first.
        scores.merge(meaning.region(), weight, (a, b) -> Math.max(a, b) + 0.3 * Math.min(a, b));
        List<String> names = evidence.computeIfAbsent(meaning.region(), key -> new ArrayList<>());
        if (!names.contains(phrase)) {
            names.add(phrase);
        }
    }

    /** Sum of the weights of all regions the match can mean; a region with two meanings counts once. */
    private static double totalWeight(PhraseMatch<PlaceNameMeaning> match, PlaceKind kind) {
        return match.meanings().stream()
                .filter(meaning -> meaning.kind() == kind)
                .collect(Collectors.toMap(PlaceNameMeaning::region, PlaceNameMeaning::weight, Math::max))
                .values()
                .stream()
                .mapToDouble(weight -> weight)
                .sum();
    }

    private double contextFactor(TokenizedText words, PhraseMatch<PlaceNameMeaning> match, String phrase) {
        double weight = 1;
        if (everydayWords.contains(phrase)) {
            weight *= words.isCapital(match.from()) ? EVERYDAY_WITH_A_CAPITAL : EVERYDAY;
        }
        if (match.from() > 0) {
            String before = words.get(match.from() - 1);
            weight *= STREET_OR_BUSINESS_PREFIXES.contains(before) ? NAMED_AFTER : 1;
            weight *= SMALLER_PLACE_PREFIXES.contains(before) && !isVillage(match) ? SMALLER_PLACE : 1;
        }
        return weight;
    }

    private static boolean isVillage(PhraseMatch<PlaceNameMeaning> match) {
        return match.meanings().stream().anyMatch(meaning -> meaning.kind() == PlaceKind.VILLAGE);
    }

    private double coherenceFactor(PlaceNameMeaning meaning) {
        return switch (meaning.kind()) {
            case PROVINCE -> 1;
            case REGENCY -> scores.containsKey(meaning.region().substring(0, 2)) ? COHERENT : 1;
            case DISTRICT, VILLAGE ->
                scores.containsKey(meaning.region())
                        ? COHERENT
                        : scores.containsKey(meaning.region().substring(0, 2)) ? COHERENT * 0.8 : 1;
        };
    }

    private List<ScoredRegion> ranked(boolean provinces) {
        List<ScoredRegion> ranked = new ArrayList<>();
        scores.forEach((code, score) -> registry.region(code)
                .filter(region -> region.isProvince() == provinces && score >= MIN_SCORE)
                .ifPresent(region -> ranked.add(scoredRegion(region, score))));
        ranked.sort(Comparator.comparingDouble(ScoredRegion::score).reversed());
        return ranked;
    }

    private ScoredRegion scoredRegion(Region region, double score) {
        return new ScoredRegion(region, score, evidence.getOrDefault(region.code(), List.of()));
    }
}
