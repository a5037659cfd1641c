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

/** Exactly-once processing under any order of repeats, redeliveries, aborted transactions, lost saves and rebuilds. */
class EventProcessorPropertyTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    sealed interface Step {

        void applyTo(FaultyProcessorSimulation simulation);
    }

    /** Event or command that arrives; the same number is the same one again. */
    private record Input(InputKind kind, int complaint, int number) implements Step {

        @Override
        public void applyTo(FaultyProcessorSimulation simulation) {
            ComplaintId id = SampleEvents.complaint(complaint);
            switch (kind) {
                case REPLY -> simulation.replied(id, "reply " + number);
                case NOTE -> simulation.noteRequested(id, "note " + number);
                case WITHDRAWAL -> simulation.withdrawn(id);
            }
        }
    }

    /** Batch that is processed, with its fate. */
    private record Batch(int events, int commands, BatchFate fate) implements Step {

        @Override
        public void applyTo(FaultyProcessorSimulation simulation) {
            simulation.processBatch(events, commands, fate);
        }
    }

    /** Restart of the process, with its snapshots or with a rebuild of them. */
    private record Restart(boolean rebuild) implements Step {

        @Override
        public void applyTo(FaultyProcessorSimulation simulation) {
            if (rebuild) {
                simulation.rebuild();
            } else {
                simulation.restart();
            }
        }
    }

    private enum InputKind {
        REPLY,
        NOTE,
        WITHDRAWAL
    }

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Property(tries = 150)
    void everyCauseIsAnsweredOnceAndARebuiltStateEqualsTheLiveOne(@ForAll("steps") @Size(max = 40) List<Step> steps) {
        FaultyProcessorSimulation simulation = new FaultyProcessorSimulation(STORE);
        steps.forEach(step -> step.applyTo(simulation));
        simulation.processRemaining();

        assertThat(simulation.ownIds()).doesNotHaveDuplicates();
        assertThat(simulation.answers()).containsExactlyInAnyOrderElementsOf(simulation.replies());
        assertThat(simulation.rebuiltStates()).isEqualTo(simulation.liveStates());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        Arbitrary<InputKind> kind = Arbitraries.frequency(
                Tuple.of(10, InputKind.REPLY), Tuple.of(10, InputKind.NOTE), Tuple.of(1, InputKind.WITHDRAWAL));
        Arbitrary<Step> input = Combinators.combine(kind, Arbitraries.integers().between(1, 2), few)
                .as(Input::new);
        Arbitrary<Step> batch =
                Combinators.combine(few, few, Arbitraries.of(BatchFate.class)).as(Batch::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, input),
                        Tuple.of(5, batch),
                        Tuple.of(1, Arbitraries.of(true, false).map(Restart::new)))
                .list();
    }
}
