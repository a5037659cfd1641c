package id.pintu.routing.calibration;

import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.learning.ClassifierInput;
import id.pintu.routing.learning.InstitutionClassifier;
import id.pintu.routing.learning.LogisticRegressionTrainer;
import id.pintu.routing.learning.TrainingExample;
import id.pintu.routing.ranking.CandidateFeature;
import id.pintu.routing.ranking.CandidateFeatureExtractor;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.RoutingCandidate;
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
 * Trainer of the routing model. The weights of the text classifier are fitted on held-out examples: by cross-validation over
 * reports, and for some over institutions, because reports for an institution without examples will come.
 */
public final class RoutingModelTrainer {

    /** With fewer examples there is too little to fit weights. */
    private static final int MIN_EXAMPLES = 200;

    /** With fewer examples of the national or the regional level, that level keeps the default weights. */
    private static final int MIN_EXAMPLES_PER_LEVEL = 25;

    private static final int FOLDS = 6;
    private static final int INSTITUTION_FOLDS = 4;

    /**
     * Lower bound of the assumed share of reports for institutions without examples. Such institutions are found almost three
     * times as often as with 0.01; in exchange one in 200 of the other reports is routed wrongly.
     */
    private static final double MIN_UNSEEN_SHARE = 0.2;

    private final RoutingKnowledge knowledge;
    private final ReportAnalyzer analyzer;
    private final LocalDate day;

    private record PreparedExample(TrainingExample example, ReportFindings findings, ClassifierInput classifierInput) {
        int foldOf(int folds, boolean byInstitution) {
            String key = byInstitution ? example.institution() : example.id();
            return Math.floorMod(key.hashCode() * 31 + 7, folds);
        }
    }

    private record HeldOutExample(PreparedExample prepared, List<RoutingCandidate> candidates) {}

    /**
     * @param day on which the rules have to be in force
     */
    public RoutingModelTrainer(RoutingKnowledge knowledge, LocalDate day) {
        this.knowledge = knowledge;
        this.analyzer = new ReportAnalyzer(knowledge);
        this.day = day;
    }

    /** Trains a model; the same set of examples gives the same model, whatever their order. */
    public LearnedRoutingModel train(List<TrainingExample> examples) {
        List<PreparedExample> preparedExamples = examples.stream()
                .sorted(Comparator.comparing(TrainingExample::id))
                .map(this::prepare)
                .toList();
        if (preparedExamples.size() < MIN_EXAMPLES) {
            return LearnedRoutingModel.untrained();
        }
        InstitutionClassifier classifier = trainClassifier(preparedExamples);
        List<HeldOutExample> heldOut = crossValidate(preparedExamples, FOLDS, false);
        List<HeldOutExample> fitted = new ArrayList<>(heldOut);
        double unseen =
                Math.max(MIN_UNSEEN_SHARE, classifier.institutionsSeenOnce() / (double) preparedExamples.size());
        crossValidate(preparedExamples, INSTITUTION_FOLDS, true).stream()
                .filter(each ->
                        Math.floorMod(each.prepared().example().id().hashCode() * 7 + 3, 1_000) < 1_000 * unseen)
                .forEach(fitted::add);
        double[] weights = fitWeights(fitted);
        ConfidenceCalibrator calibration = new ConfidenceCalibrator(judgedRankings(heldOut, weights));
        return new LearnedRoutingModel(classifier, weights, calibration.confidenceModel(), calibration.threshold());
    }

    private PreparedExample prepare(TrainingExample example) {
        ReportFindings findings = analyzer.analyze(example.report(), day);
        return new PreparedExample(example, findings, analyzer.classifierInput(findings));
    }

    private InstitutionClassifier trainClassifier(List<PreparedExample> preparedExamples) {
        return InstitutionClassifier.train(
                preparedExamples.stream().map(PreparedExample::classifierInput).toList(),
                preparedExamples.stream()
                        .map(each -> each.example().institution())
                        .toList(),
                this::levelName);
    }

    private String levelName(String institution) {
        return knowledge
                .registry()
                .institution(institution)
                .map(knowledge.registry()::governmentLevel)
                .map(Enum::name)
                .orElse("UNKNOWN");
    }

    private List<HeldOutExample> crossValidate(
            List<PreparedExample> preparedExamples, int folds, boolean byInstitution) {
        return IntStream.range(0, folds)
                .boxed()
                .flatMap(fold -> {
                    Predicate<PreparedExample> inFold = prepared -> prepared.foldOf(folds, byInstitution) == fold;
                    InstitutionClassifier others = trainClassifier(
                            preparedExamples.stream().filter(inFold.negate()).toList());
                    return preparedExamples.stream().filter(inFold).map(prepared -> evaluate(prepared, others));
                })
                .toList();
    }

    private HeldOutExample evaluate(PreparedExample prepared, InstitutionClassifier classifier) {
        return new HeldOutExample(
                prepared,
                new CandidateFeatureExtractor(
                                knowledge.registry(),
                                classifier,
                                prepared.findings(),
                                classifier.classify(prepared.classifierInput()))
                        .candidates());
    }

    private static double[] fitWeights(List<HeldOutExample> heldOut) {
        Set<Boolean> trained = trainedLevels(heldOut);
        LogisticRegressionTrainer logistic = new LogisticRegressionTrainer();
        for (HeldOutExample each : heldOut) {
            correctCandidate(each)
                    .filter(correct -> trained.contains(correct.regional()))
                    .map(RoutingCandidate::featureVector)
                    .ifPresent(correct -> each.candidates().stream()
                            .filter(wrong -> !isCorrect(each, wrong))
                            .filter(wrong -> trained.contains(wrong.regional()))
                            .forEach(wrong -> logistic.addPreference(correct, wrong.featureVector())));
        }
        return CandidateFeature.fitted(logistic.weights(CandidateFeature.WIDTH), trained);
    }

    /**
     * The levels with enough examples, true for regional: a history of ministries alone says nothing against local governments,
     * nor that of a single kabupaten against ministries.
     */
    private static Set<Boolean> trainedLevels(List<HeldOutExample> heldOut) {
        return heldOut.stream()
                .flatMap(each -> correctCandidate(each).stream())
                .collect(Collectors.groupingBy(RoutingCandidate::regional, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(level -> level.getValue() >= MIN_EXAMPLES_PER_LEVEL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Optional<RoutingCandidate> correctCandidate(HeldOutExample heldOut) {
        return heldOut.candidates().stream()
                .filter(candidate -> isCorrect(heldOut, candidate))
                .findFirst();
    }

    private static List<ConfidenceCalibrator.JudgedRanking> judgedRankings(
            List<HeldOutExample> heldOut, double[] weights) {
        return heldOut.stream()
                .map(each -> {
                    CandidateRanking ranking = CandidateRanking.of(
                            each.candidates(), each.prepared().findings().titled(), weights);
                    return new ConfidenceCalibrator.JudgedRanking(
                            each.prepared().example().id(), ranking, isCorrect(each, ranking));
                })
                .toList();
    }

    private static boolean isCorrect(HeldOutExample heldOut, CandidateRanking ranking) {
        return ranking.first()
                .filter(first -> isCorrect(heldOut, first.candidate()))
                .isPresent();
    }

    private static boolean isCorrect(HeldOutExample heldOut, RoutingCandidate candidate) {
        return candidate
                .institution()
                .code()
                .equals(heldOut.prepared().example().institution());
    }
}
