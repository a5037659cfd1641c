package id.pintu.routing.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.house.start.AtStart;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Router;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

class WarmUpTest {

    private static final int REGISTRY_READ = Integer.MAX_VALUE - 3_498;

    @Test
    void makesTheRouterBeforeAnythingIsHeardAndSaysNothing() {
        Tables tables = new Tables();
        Router[] made = new Router[1];
        AtStart warmUp = new WarmUp(
                        () -> {
                            made[0] = new Router(tables.knowledge(), Experience.none());
                            return made[0];
                        },
                        () -> Instant.EPOCH)
                .atStart();

        warmUp.start();

        assertThat(made[0]).isNotNull();
        assertThat(warmUp.isRunning()).isTrue();
        assertThat(warmUp.getPhase()).isStrictlyBetween(REGISTRY_READ, hearing());
    }

    private static int hearing() {
        return new InputBindingLifecycle(
                        new BindingService(
                                new org.springframework.cloud.stream.config.BindingServiceProperties(), null, null),
                        Map.of())
                .getPhase();
    }
}
