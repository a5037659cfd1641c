package id.pintu.routing.rulebooks;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import java.util.function.Supplier;

/** Provider of the router that decides now: the active rule book and the current model, renewed when either changes. */
public final class CurrentRouterProvider implements Supplier<ComplaintRouter> {

    private final DerivedValueCache<RouterInputs, ComplaintRouter> router;

    private record RouterInputs(RoutingKnowledge knowledge, LearnedRoutingModel model) {}

    public CurrentRouterProvider(Supplier<RoutingKnowledge> knowledge, Supplier<LearnedRoutingModel> model) {
        router = new DerivedValueCache<>(
                () -> new RouterInputs(knowledge.get(), model.get()),
                (inputs, previous) -> new ComplaintRouter(inputs.knowledge(), inputs.model()));
    }

    @Override
    public ComplaintRouter get() {
        return router.get();
    }
}
