package id.pintu.processing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.processing.FaultyProcessorSimulation.BatchFate;
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
class EventProcessorPropertyTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    sealed interface Step {

        void in(FaultyProcessorSimulation world);
    }

    /** Somebody says or asks something; the same number is the same thing once more. */
    private record Happens(What what, int complaint, int number) implements Step {

        @Override
        public void in(FaultyProcessorSimulation world) {
            ComplaintId id = SampleEvents.complaint(complaint);
            switch (what) {
                case REPLY -> world.replied(id, "reply " + number);
                case NOTE -> world.noteRequested(id, "note " + number);
                case WITHDRAWAL -> world.withdrawn(id);
            }
        }
    }

    private record Batch(int events, int commands, BatchFate fate) implements Step {

        @Override
        public void in(FaultyProcessorSimulation world) {
            world.processBatch(events, commands, fate);
        }
    }

    private record Restart() implements Step {

        @Override
        public void in(FaultyProcessorSimulation world) {
            world.rebuild();
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
        FaultyProcessorSimulation world = new FaultyProcessorSimulation(STORE);
        steps.forEach(step -> step.in(world));
        world.processRemaining();

        assertThat(world.ownIds()).doesNotHaveDuplicates();
        assertThat(world.answers()).containsExactlyInAnyOrderElementsOf(world.replies());
        assertThat(world.rebuiltStates()).isEqualTo(world.liveStates());
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
                Combinators.combine(few, few, Arbitraries.of(BatchFate.class)).as(Batch::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, happens), Tuple.of(5, batch), Tuple.of(1, Arbitraries.create(Restart::new)))
                .list();
    }
}
