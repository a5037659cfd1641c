package id.pintu.routing.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.processing.startup.StartupTask;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

class RouterWarmUpTest {

    private static final int REGISTRY_READ = Integer.MAX_VALUE - 3_498;

    @Test
    void buildsTheRouterBeforeTheInputBindingsStart() {
        BundledTablesLoader tables = new BundledTablesLoader();
        ComplaintRouter[] made = new ComplaintRouter[1];
        StartupTask warmUp = new RouterWarmUp(
                        () -> {
                            made[0] = new ComplaintRouter(tables.knowledge(), LearnedRoutingModel.untrained());
                            return made[0];
                        },
                        () -> Instant.EPOCH)
                .asStartupTask();

        warmUp.start();

        assertThat(made[0]).isNotNull();
        assertThat(warmUp.isRunning()).isTrue();
        assertThat(warmUp.getPhase()).isStrictlyBetween(REGISTRY_READ, inputBindingPhase());
    }

    private static int inputBindingPhase() {
        return new InputBindingLifecycle(
                        new BindingService(
                                new org.springframework.cloud.stream.config.BindingServiceProperties(), null, null),
                        Map.of())
                .getPhase();
    }
}
