package id.pintu.routing.decision;

import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.book.Hit;
import id.pintu.routing.places.Nearest;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Sphere;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects, on the way to a decision, why it falls as it does. */
final class Explanation {

    static final int DESK_CHOICES = 3;

    private static final int MOST_WORDS = 6;

    private final Findings findings;
    private final Ranking ranking;
    private final Trust trust;
    private final String book;
    private final List<String> facts = new ArrayList<>();

    Explanation(Findings findings, Ranking ranking, Trust trust, String book) {
        this.findings = findings;
        this.ranking = ranking;
        this.trust = trust;
        this.book = book;
    }

    void add(String fact) {
        if (!facts.contains(fact)) {
            facts.add(fact);
        }
    }

    /** The first of the ranking as a proposal, in the name of the rule that says the same, if one does. */
    Proposal weighed(Candidate first) {
        Optional<Hit> rule = lawFor(first);
        return new Proposal(
                rule.map(hit -> hit.rule().name()).orElse(Reason.WEIGHED),
                first.institution(),
                rule.flatMap(hit -> hit.rule().affair().unit()),
                this);
    }

    Reason decided(String rule, Registration institution, double confidence) {
        return new Reason(rule, with(place(), law(rule)), Optional.of(assessed(institution, confidence)));
    }

    Reason held(Assessment assessment) {
        Optional<Hit> strongest = findings.hits().stream().max(Comparator.comparingDouble(Hit::weight));
        Stream<String> subject = strongest.map(Explanation::law).orElseGet(() -> Stream.of("topic=unknown"));
        return new Reason(Reason.NATIONAL_DESK, with(place(), subject), Optional.of(assessment));
    }

    /** Each of several decisions has a law of its own. */
    private List<String> with(Stream<String> place, Stream<String> law) {
        return Stream.of(facts.stream(), place, law)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private Assessment assessed(Registration chosen, double confidence) {
        return new Assessment(
                rounded(confidence),
                book,
                choices(ranking, trust, Set.of(chosen.code()), 1 - confidence, DESK_CHOICES - 1));
    }

    /** The likeliest, with what likelihood those before them leave to them. */
    static List<Choice> choices(Ranking ranking, Trust trust, Set<String> without, int most) {
        return choices(ranking, trust, without, 1, most);
    }

    /**
     * @param likelihood of them all together, 0 to 1
     */
    private static List<Choice> choices(
            Ranking ranking, Trust trust, Set<String> without, double likelihood, int most) {
        List<Choice> choices = new ArrayList<>();
        double open = likelihood;
        double before = likelihood;
        Ranking left = ranking;
        while (choices.size() < most && left.first().isPresent()) {
            Registration first = left.first().orElseThrow().candidate().institution();
            if (!without.contains(first.code())) {
                double share = Math.min(before, open * trust.in(left));
                choices.add(new Choice(first.code(), first.name(), rounded(share)));
                open -= share;
                before = share;
            }
            left = left.withoutFirst();
        }
        return choices;
    }

    static double rounded(double confidence) {
        return Math.round(confidence * 1_000) / 1_000.0;
    }

    private Stream<String> place() {
        Stream<String> place = findings.places()
                .likeliest()
                .map(located -> Stream.of(
                        "place=" + located.region().code(),
                        "place-name=" + located.region().name(),
                        "place-words=" + String.join(",", located.words())))
                .orElseGet(() -> Stream.of("place=unknown"));
        return Stream.concat(place, findings.places().nearest().stream().flatMap(this::point));
    }

    /** Told where it speaks for the place that was found, or was not used at all. */
    private Stream<String> point(Nearest nearest) {
        String distance = "point-km=" + Math.round(nearest.kilometres());
        if (!nearest.counts()) {
            return Stream.of("point=ignored", distance);
        }
        return findings.places()
                .likeliest()
                .filter(located ->
                        located.region().code().equals(nearest.landmark().region()))
                .map(same -> Stream.of("point-near=" + nearest.landmark().name(), distance))
                .orElseGet(Stream::of);
    }

    private Stream<String> law(String rule) {
        return findings.hits().stream()
                .filter(hit -> hit.rule().name().equals(rule))
                .findFirst()
                .map(Explanation::law)
                .orElseGet(Stream::of);
    }

    private static Stream<String> law(Hit hit) {
        return Stream.of(
                "topic=" + hit.rule().affair().title(),
                "words="
                        + String.join(
                                ",", hit.words().stream().limit(MOST_WORDS).toList()),
                "law=" + hit.rule().affair().legalBasis());
    }

    private Optional<Hit> lawFor(Candidate candidate) {
        String code = candidate.institution().code();
        String sphere = sphere(candidate);
        return findings.hits().stream()
                .filter(hit -> {
                    String address = Affairs.address(hit.rule().affair());
                    return address.equals(code) || address.equals(sphere);
                })
                .max(Comparator.comparingDouble(Hit::weight));
    }

    private static String sphere(Candidate candidate) {
        if (!candidate.regional()) {
            return Sphere.NATIONAL.name();
        }
        boolean company = candidate.sign(Signs.COMPANY) == 1;
        boolean province = candidate.sign(Signs.PROVINCE) == 1;
        return (company ? Sphere.COMPANY : province ? Sphere.PROVINCE : Sphere.LOCAL).name();
    }
}
