package id.pintu.house.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.house.ledger.World.Fate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Exactly once, whatever is repeated, redelivered, aborted, lost or restored, and in whatever order. */
class ClerkLawsTest {

    private static final Store STORE = new Store();

    sealed interface Step {

        void in(World world);
    }

    /** Somebody says or asks something; the same number is the same thing once more. */
    private record Happens(What what, int complaint, int number) implements Step {

        @Override
        public void in(World world) {
            ComplaintId id = Samples.complaint(complaint);
            switch (what) {
                case REPLY -> world.replied(id, "reply " + number);
                case NOTE -> world.asked(id, "note " + number);
                case WITHDRAWAL -> world.withdrawn(id);
            }
        }
    }

    private record Batch(int events, int commands, Fate fate) implements Step {

        @Override
        public void in(World world) {
            world.hear(events, commands, fate);
        }
    }

    private record Restart() implements Step {

        @Override
        public void in(World world) {
            world.restore();
        }
    }

    private enum What {
        REPLY,
        NOTE,
        WITHDRAWAL
    }

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Property(tries = 150)
    void everyCauseIsAnsweredOnceAndARestoredStateIsTheLiveOne(@ForAll("steps") @Size(max = 40) List<Step> steps) {
        World world = new World(STORE);
        steps.forEach(step -> step.in(world));
        world.hearTheRest();

        assertThat(world.ownIds()).doesNotHaveDuplicates();
        assertThat(world.answers()).containsExactlyInAnyOrderElementsOf(world.replies());
        assertThat(world.restored()).isEqualTo(world.live());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        Arbitrary<What> what =
                Arbitraries.frequency(Tuple.of(10, What.REPLY), Tuple.of(10, What.NOTE), Tuple.of(1, What.WITHDRAWAL));
        Arbitrary<Step> happens = Combinators.combine(
                        what, Arbitraries.integers().between(1, 2), few)
                .as(Happens::new);
        Arbitrary<Step> batch =
                Combinators.combine(few, few, Arbitraries.of(Fate.class)).as(Batch::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, happens), Tuple.of(5, batch), Tuple.of(1, Arbitraries.create(Restart::new)))
                .list();
    }
}
