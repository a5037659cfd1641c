package id.pintu.routing.rulebooks;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import java.util.Optional;
import java.util.function.Supplier;

/** What decides now: the rules in force, with the experience there is. */
public final class CurrentRouterProvider implements Supplier<ComplaintRouter> {

    private final Supplier<RoutingKnowledge> knowledge;
    private final Supplier<LearnedRoutingModel> trainedModel;
    private volatile Optional<ComplaintRouter> cached = Optional.empty();

    public CurrentRouterProvider(Supplier<RoutingKnowledge> knowledge, Supplier<LearnedRoutingModel> trainedModel) {
        this.knowledge = knowledge;
        this.trainedModel = trainedModel;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // another value is another object here; comparing them would cost
    public ComplaintRouter get() {
        RoutingKnowledge latestKnowledge = knowledge.get();
        LearnedRoutingModel latestModel = trainedModel.get();
        Optional<ComplaintRouter> current =
                cached.filter(each -> each.knowledge() == latestKnowledge && each.model() == latestModel);
        if (current.isEmpty()) {
            // Made twice by two threads at once, it is twice the same.
            current = Optional.of(new ComplaintRouter(latestKnowledge, latestModel));
            cached = current;
        }
        return current.get();
    }
}
