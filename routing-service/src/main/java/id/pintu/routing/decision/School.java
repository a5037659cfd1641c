package id.pintu.routing.decision;

import id.pintu.routing.learning.Example;
import id.pintu.routing.learning.Learned;
import id.pintu.routing.learning.Lesson;
import id.pintu.routing.learning.Logistic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes experience of examples. How far the text model may be trusted is seen on reports it was not taught: each part
 * of the examples is judged by a model of the others, and some by one that never saw their institution, as will happen.
 */
public final class School {

    /** With fewer there is too little to weigh evidence by. */
    private static final int FEWEST = 200;

    /** With fewer of the nation, or of the regions, it is weighed as before anything was learnt. */
    private static final int FEWEST_OF_A_SIDE = 25;

    private static final int PARTS = 6;
    private static final int INSTITUTION_PARTS = 4;

    /**
     * At least so many reports are taken to be for an institution nobody has decided for yet: those are found almost
     * three times as often then as with 0.01, and one in 200 of the others goes wrong for it.
     */
    private static final double LEAST_UNSEEN = 0.2;

    private final Knowledge knowledge;
    private final Reader reader;
    private final LocalDate day;

    private record Pupil(Example example, Findings findings, Lesson lesson) {
        int draw(int of, boolean byInstitution) {
            String key = byInstitution ? example.institution() : example.id();
            return Math.floorMod(key.hashCode() * 31 + 7, of);
        }
    }

    private record Judged(Pupil pupil, List<Candidate> candidates) {}

    /**
     * @param day as of which the rules are read
     */
    public School(Knowledge knowledge, LocalDate day) {
        this.knowledge = knowledge;
        this.reader = new Reader(knowledge);
        this.day = day;
    }

    /** The same experience for the same set of examples, whatever their order. */
    public Experience of(List<Example> examples) {
        List<Pupil> pupils = examples.stream()
                .sorted(Comparator.comparing(Example::id))
                .map(this::pupil)
                .toList();
        if (pupils.size() < FEWEST) {
            return Experience.none();
        }
        Learned learned = learned(pupils);
        List<Judged> judged = judgedByOthers(pupils, PARTS, false);
        List<Judged> taught = new ArrayList<>(judged);
        double unseen = Math.max(LEAST_UNSEEN, learned.seenOnce() / (double) pupils.size());
        judgedByOthers(pupils, INSTITUTION_PARTS, true).stream()
                .filter(each -> Math.floorMod(each.pupil().example().id().hashCode() * 7 + 3, 1_000) < 1_000 * unseen)
                .forEach(taught::add);
        double[] signs = signs(taught);
        Calibration calibration = new Calibration(outcomes(judged, signs));
        return new Experience(learned, signs, calibration.trust(), calibration.sufficient());
    }

    private Pupil pupil(Example example) {
        Findings findings = reader.read(example.report(), day);
        return new Pupil(example, findings, reader.lesson(findings));
    }

    private Learned learned(List<Pupil> pupils) {
        return Learned.from(
                pupils.stream().map(Pupil::lesson).toList(),
                pupils.stream().map(each -> each.example().institution()).toList(),
                this::sphere);
    }

    private String sphere(String institution) {
        return knowledge
                .registry()
                .institution(institution)
                .map(knowledge.registry()::sphere)
                .map(Enum::name)
                .orElse("UNKNOWN");
    }

    private List<Judged> judgedByOthers(List<Pupil> pupils, int parts, boolean byInstitution) {
        return IntStream.range(0, parts)
                .boxed()
                .flatMap(part -> {
                    Predicate<Pupil> held = pupil -> pupil.draw(parts, byInstitution) == part;
                    Learned others =
                            learned(pupils.stream().filter(held.negate()).toList());
                    return pupils.stream().filter(held).map(pupil -> judged(pupil, others));
                })
                .toList();
    }

    private Judged judged(Pupil pupil, Learned learned) {
        return new Judged(
                pupil,
                new Weighing(knowledge.registry(), learned, pupil.findings(), learned.opinion(pupil.lesson()))
                        .candidates());
    }

    private static double[] signs(List<Judged> judged) {
        Set<Boolean> taught = taughtSides(judged);
        Logistic logistic = new Logistic();
        for (Judged each : judged) {
            right(each)
                    .filter(right -> taught.contains(right.regional()))
                    .map(Candidate::signs)
                    .ifPresent(right -> each.candidates().stream()
                            .filter(wrong -> !isRight(each, wrong))
                            .filter(wrong -> taught.contains(wrong.regional()))
                            .forEach(wrong -> logistic.prefer(right, wrong.signs())));
        }
        return Signs.learnt(logistic.weights(Signs.WIDTH), taught);
    }

    /**
     * The nation, and the regions, of which there are examples: a history of ministries alone says nothing against local
     * governments, nor one of a single kabupaten against ministries.
     */
    private static Set<Boolean> taughtSides(List<Judged> judged) {
        return judged.stream()
                .flatMap(each -> right(each).stream())
                .collect(Collectors.groupingBy(Candidate::regional, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(side -> side.getValue() >= FEWEST_OF_A_SIDE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Optional<Candidate> right(Judged judged) {
        return judged.candidates().stream()
                .filter(candidate -> isRight(judged, candidate))
                .findFirst();
    }

    private static List<Calibration.Outcome> outcomes(List<Judged> judged, double[] signs) {
        return judged.stream()
                .map(each -> {
                    Ranking ranking = Ranking.of(
                            each.candidates(), each.pupil().findings().titled(), signs);
                    return new Calibration.Outcome(each.pupil().example().id(), ranking, isRight(each, ranking));
                })
                .toList();
    }

    private static boolean isRight(Judged judged, Ranking ranking) {
        return ranking.first()
                .filter(first -> isRight(judged, first.candidate()))
                .isPresent();
    }

    private static boolean isRight(Judged judged, Candidate candidate) {
        return candidate.institution().code().equals(judged.pupil().example().institution());
    }
}
