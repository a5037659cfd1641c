package id.pintu.benchmarks;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.calibration.RoutingModelTrainer;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.learning.TrainingExample;
import id.pintu.routing.registry.RegistryInstitution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measurement of routing's heap: bundled registry, gazetteer and rules, and a model trained on generated decisions for
 * every institution, which is more labels than any real history has. The limit is 300 MB.
 */
final class RoutingHeapScenario {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int LIMIT_MB = 300;
    private static final int DECISIONS_EACH = 3;
    private static final int WORDS = 60;
    private static final int VOCABULARY = 30_000;

    private RoutingHeapScenario() {}

    public static void main(String... args) throws InterruptedException {
        long before = HeapMeter.usedMegabytes();
        RoutingKnowledge knowledge = new BundledTablesLoader().knowledge();
        long afterKnowledge = HeapMeter.usedMegabytes();
        LearnedRoutingModel trainedModel = new RoutingModelTrainer(knowledge, DAY).train(examples(knowledge));
        long afterTraining = HeapMeter.usedMegabytes();
        // Used after the measurement, so that nothing is garbage before.
        ComplaintRouter router = new ComplaintRouter(knowledge, trainedModel);
        System.out.printf(
                "institutions=%d decisions=%d knowledge_mb=%d model_mb=%d limit_mb=%d ratio=%.2f%n",
                router.knowledge().registry().institutions().size(),
                trainedModel.classifier().exampleCount(),
                afterKnowledge - before,
                afterTraining - afterKnowledge,
                LIMIT_MB,
                (afterTraining - before) / (double) LIMIT_MB);
    }

    /** Examples for every institution: a word of its own among words of all. */
    private static List<TrainingExample> examples(RoutingKnowledge knowledge) {
        Random random = new Random(1708);
        List<TrainingExample> examples = new ArrayList<>();
        for (RegistryInstitution institution : knowledge.registry().institutions()) {
            for (int i = 0; i < DECISIONS_EACH; i++) {
                String own = "urusan" + institution.code().replace('.', 'x').toLowerCase(Locale.ROOT) + ' ';
                String others = IntStream.range(0, WORDS)
                        .mapToObj(word -> "kata" + random.nextInt(VOCABULARY))
                        .collect(Collectors.joining(" "));
                examples.add(new TrainingExample(
                        institution.code() + '/' + i, SubmittedReport.ofText(own + others), institution.code()));
            }
        }
        return examples;
    }
}
