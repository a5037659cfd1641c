package id.pintu.processing.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.BindingServiceProperties;

class StartupPhasesTest {

    @Test
    void topicsAreReadAndSnapshotsRebuiltBeforeTheBindingsConsume() {
        assertThat(List.of(
                        StartupPhases.COMPACTED_TOPICS,
                        StartupPhases.SNAPSHOT_REBUILD,
                        StartupPhases.VERSIONED_TOPICS,
                        StartupPhases.TOPIC_SEEDING,
                        StartupPhases.BINDINGS,
                        StartupPhases.TIMERS,
                        StartupPhases.BACKGROUND_READERS))
                .isSorted()
                .doesNotHaveDuplicates();
        BindingService nothingBound = new BindingService(new BindingServiceProperties(), null, null);
        assertThat(new InputBindingLifecycle(nothingBound, Map.of()).getPhase()).isEqualTo(StartupPhases.BINDINGS);
    }

    @Test
    void aStartupTaskRunsOnceInItsPhase() {
        List<String> done = new ArrayList<>();
        StartupTask task = new StartupTask(StartupPhases.SNAPSHOT_REBUILD, () -> done.add("rebuilt"));
        assertThat(task.isRunning()).isFalse();
        task.start();

        assertThat(done).containsExactly("rebuilt");
        assertThat(task.isRunning()).isTrue();
        assertThat(task.getPhase()).isEqualTo(StartupPhases.SNAPSHOT_REBUILD);
    }
}
