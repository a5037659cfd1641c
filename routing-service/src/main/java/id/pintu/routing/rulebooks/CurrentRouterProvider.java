package id.pintu.routing.rulebooks;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Provider of the router that decides now. Building one takes seconds (rules, gazetteer, 83,000 villages), so only the
 * first call of {@link #get} builds it; after that {@link #refresh} builds a new one beside the current one, on the thread
 * of its caller, and swaps them when it is ready. Consumers never wait for it.
 */
public final class CurrentRouterProvider implements Supplier<ComplaintRouter> {

    private final DerivedValueCache<RouterInputs, ComplaintRouter> latest;
    private volatile @Nullable ComplaintRouter current;

    private record RouterInputs(RoutingKnowledge knowledge, LearnedRoutingModel model) {}

    public CurrentRouterProvider(Supplier<RoutingKnowledge> knowledge, Supplier<LearnedRoutingModel> model) {
        latest = new DerivedValueCache<>(
                () -> new RouterInputs(knowledge.get(), model.get()),
                (inputs, previous) -> new ComplaintRouter(inputs.knowledge(), inputs.model()));
    }

    /**
     * @throws IllegalStateException before registry and rules were read
     */
    @Override
    public ComplaintRouter get() {
        ComplaintRouter router = current;
        return router == null ? refresh() : router;
    }

    /** Applies the active rule book, the registry and the model as they are now, and returns the router that has them. */
    public ComplaintRouter refresh() {
        ComplaintRouter router = latest.get();
        current = router;
        return router;
    }
}
