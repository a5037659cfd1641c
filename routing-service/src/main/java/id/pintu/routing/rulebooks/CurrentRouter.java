package id.pintu.routing.rulebooks;

import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.decision.Router;
import java.util.Optional;
import java.util.function.Supplier;

/** What decides now: the rules in force, with the experience there is. */
public final class CurrentRouter implements Supplier<Router> {

    private final Supplier<Knowledge> knowledge;
    private final Supplier<Experience> experience;
    private volatile Optional<Router> made = Optional.empty();

    public CurrentRouter(Supplier<Knowledge> knowledge, Supplier<Experience> experience) {
        this.knowledge = knowledge;
        this.experience = experience;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // another value is another object here; comparing them would cost
    public Router get() {
        Knowledge known = knowledge.get();
        Experience learnt = experience.get();
        Optional<Router> still = made.filter(each -> each.knowledge() == known && each.experience() == learnt);
        if (still.isEmpty()) {
            // Made twice by two threads at once, it is twice the same.
            still = Optional.of(new Router(known, learnt));
            made = still;
        }
        return still.get();
    }
}
