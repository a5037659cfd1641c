package id.pintu.routing.training;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.calibration.RoutingModelTrainer;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.NationalTime;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holder of the current routing model, which retrains it when there are enough new examples. The model depends on the
 * set of examples alone, so a service rebuilt from the ledger comes to the same one. Only one thread may retrain.
 */
public final class ModelRetrainer implements Supplier<LearnedRoutingModel> {

    private static final Logger log = LoggerFactory.getLogger(ModelRetrainer.class);
    private static final double GROWTH_FACTOR = 1.1;
    private static final int MIN_EXAMPLES = 200;
    private static final int MAX_EXAMPLES = 10_000;

    private final Supplier<RoutingKnowledge> knowledge;
    private final TrainingExampleRepository trainingExamples;
    private final InstantSource clock;
    private volatile LearnedRoutingModel model = LearnedRoutingModel.untrained();
    private long trainedCount;

    public ModelRetrainer(
            Supplier<RoutingKnowledge> knowledge, TrainingExampleRepository trainingExamples, InstantSource clock) {
        this.knowledge = knowledge;
        this.trainingExamples = trainingExamples;
        this.clock = clock;
    }

    @Override
    public LearnedRoutingModel get() {
        return model;
    }

    /** Retrains if there are at least 200 examples, and a tenth more than last time. */
    void retrainIfNeeded() {
        long available = trainingExamples.count();
        if (available < MIN_EXAMPLES || available < trainedCount * GROWTH_FACTOR) {
            return;
        }
        model = new RoutingModelTrainer(knowledge.get(), NationalTime.dateAt(clock.instant()))
                .train(trainingExamples.newest(MAX_EXAMPLES));
        trainedCount = available;
        log.info("routing model trained on {} examples", model.classifier().exampleCount());
    }
}
