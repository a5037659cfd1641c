package id.pintu.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.BindingServiceProperties;

class PhasesTest {

    @Test
    void everythingIsKnownBeforeTheBindingsHear() {
        assertThat(List.of(Phases.BULLETINS, Phases.RESTORE, Phases.VERSIONS, Phases.BEGINNING, Phases.HEARING))
                .isSorted()
                .doesNotHaveDuplicates();
        BindingService nothingBound = new BindingService(new BindingServiceProperties(), null, null);
        assertThat(new InputBindingLifecycle(nothingBound, Map.of()).getPhase()).isEqualTo(Phases.HEARING);
    }

    @Test
    void whatIsDoneAtTheStartIsDoneOnceAndInItsPhase() {
        List<String> done = new ArrayList<>();
        AtStart task = new AtStart(Phases.RESTORE, () -> done.add("restored"));
        assertThat(task.isRunning()).isFalse();
        task.start();

        assertThat(done).containsExactly("restored");
        assertThat(task.isRunning()).isTrue();
        assertThat(task.getPhase()).isEqualTo(Phases.RESTORE);
    }
}
