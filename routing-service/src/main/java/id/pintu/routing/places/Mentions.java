package id.pintu.routing.places;

import id.pintu.routing.places.Sense.Kind;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.text.Phrases.Match;
import id.pintu.routing.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Weighs the names in one text against one another: a kecamatan of a region that is named too is surely meant. */
final class Mentions {

    /** What stands before the name of something else that was named after a place. */
    static final Set<String> ELSEWHERE = Set.of(
            "jl", "jln", "jalan", "jend", "gang", "gg", "raya", "pt", "cv", "bank", "toko", "perum", "perumahan");

    private static final Set<String> SMALLER =
            Set.of("desa", "ds", "kel", "kelurahan", "dusun", "dsn", "kp", "kampung", "lurah");

    /** Stands among the words that told a place. */
    private static final String POINT = "GPS";

    private static final double CHOSEN = 3;
    private static final double EVERYDAY_WITH_A_CAPITAL = 0.4;
    private static final double EVERYDAY = 0.15;
    private static final double FAINTEST = 0.15;
    private static final double NAMED_AFTER = 0.25;
    private static final double SMALLER_PLACE = 0.5;
    private static final double COHERENT = 1.6;
    private static final double PROVINCE_OF_REGENCY = 0.5;

    private final Registry registry;
    private final Set<String> everyday;
    private final Map<String, Double> scores = new TreeMap<>();
    private final Map<String, List<String>> told = new LinkedHashMap<>();

    private Optional<Nearest> nearest = Optional.empty();

    Mentions(Registry registry, Set<String> everyday) {
        this.registry = registry;
        this.everyday = everyday;
    }

    /** The reporter chose it from a list. */
    void chosen(Region region) {
        scores.put(region.code(), CHOSEN);
        told.computeIfAbsent(region.code(), key -> new ArrayList<>()).add(region.code());
    }

    /** The reporter's device told a point; the region of the nearest known place is probably meant. */
    void near(Nearest place) {
        nearest = Optional.of(place);
        if (place.counts()) {
            String region = place.landmark().region();
            scores.merge(region, place.weight(), Double::sum);
            told.computeIfAbsent(region, key -> new ArrayList<>()).add(POINT);
        }
    }

    void read(Words words, List<Match<Sense>> matches, double times) {
        for (Kind kind : Kind.values()) {
            for (Match<Sense> match : matches) {
                match.meanings().stream()
                        .filter(sense -> sense.kind() == kind)
                        .forEach(sense -> add(words, match, sense, times));
            }
        }
    }

    Places weighed() {
        List<Located> regencies = ranked(false);
        for (Located regency : regencies) {
            scores.merge(regency.region().provinceCode(), PROVINCE_OF_REGENCY * regency.score(), Double::sum);
        }
        return new Places(regencies, ranked(true), nearest);
    }

    private void add(Words words, Match<Sense> match, Sense sense, double times) {
        String phrase = words.phrase(match.from(), match.length());
        double sole = sense.weight() / Math.max(1, among(match, sense.kind()));
        double weight = times * sole * context(words, match, phrase) * coherence(sense);
        // Said twice is not meant twice as much.
        scores.merge(sense.region(), weight, (a, b) -> Math.max(a, b) + 0.3 * Math.min(a, b));
        List<String> names = told.computeIfAbsent(sense.region(), key -> new ArrayList<>());
        if (!names.contains(phrase)) {
            names.add(phrase);
        }
    }

    /** How much all it can mean weighs together; what is the same region by two names counts once. */
    private static double among(Match<Sense> match, Kind kind) {
        return match.meanings().stream()
                .filter(sense -> sense.kind() == kind)
                .collect(Collectors.toMap(Sense::region, Sense::weight, Math::max))
                .values()
                .stream()
                .mapToDouble(weight -> weight)
                .sum();
    }

    private double context(Words words, Match<Sense> match, String phrase) {
        double weight = 1;
        if (everyday.contains(phrase)) {
            weight *= words.isCapital(match.from()) ? EVERYDAY_WITH_A_CAPITAL : EVERYDAY;
        }
        if (match.from() > 0) {
            String before = words.get(match.from() - 1);
            weight *= ELSEWHERE.contains(before) ? NAMED_AFTER : 1;
            weight *= SMALLER.contains(before) && !isVillage(match) ? SMALLER_PLACE : 1;
        }
        return weight;
    }

    private static boolean isVillage(Match<Sense> match) {
        return match.meanings().stream().anyMatch(sense -> sense.kind() == Kind.VILLAGE);
    }

    private double coherence(Sense sense) {
        return switch (sense.kind()) {
            case PROVINCE -> 1;
            case REGENCY -> scores.containsKey(sense.region().substring(0, 2)) ? COHERENT : 1;
            case DISTRICT, VILLAGE ->
                scores.containsKey(sense.region())
                        ? COHERENT
                        : scores.containsKey(sense.region().substring(0, 2)) ? COHERENT * 0.8 : 1;
        };
    }

    private List<Located> ranked(boolean provinces) {
        List<Located> ranked = new ArrayList<>();
        scores.forEach((code, score) -> registry.region(code)
                .filter(region -> region.isProvince() == provinces && score >= FAINTEST)
                .ifPresent(region -> ranked.add(located(region, score))));
        ranked.sort(Comparator.comparingDouble(Located::score).reversed());
        return ranked;
    }

    private Located located(Region region, double score) {
        return new Located(region, score, told.getOrDefault(region.code(), List.of()));
    }
}
