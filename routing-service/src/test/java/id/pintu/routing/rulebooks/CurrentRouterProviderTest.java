package id.pintu.routing.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentRouterProviderTest {

    private static final BundledTablesLoader TABLES = new BundledTablesLoader();

    private final RoutingKnowledge before = TABLES.knowledge();
    private final RoutingKnowledge after = TABLES.knowledge();
    private final AtomicReference<@Nullable RoutingKnowledge> knowledge = new AtomicReference<>(before);
    private volatile CountDownLatch built = new CountDownLatch(0);
    private volatile CountDownLatch building = new CountDownLatch(1);

    private final CurrentRouterProvider provider =
            new CurrentRouterProvider(this::build, LearnedRoutingModel::untrained);

    @Test
    void decisionsGoOnWithTheCurrentRouterWhileTheNextOneIsBuilt() throws Exception {
        ComplaintRouter current = provider.get();
        built = new CountDownLatch(1);
        building = new CountDownLatch(1);
        knowledge.set(after);

        CompletableFuture<ComplaintRouter> next = CompletableFuture.supplyAsync(provider::refresh);
        assertThat(building.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(CompletableFuture.supplyAsync(provider, Thread::startVirtualThread)
                        .get(10, TimeUnit.SECONDS))
                .isSameAs(current);
        built.countDown();
        assertThat(next.get(10, TimeUnit.SECONDS)).isNotSameAs(current);
        assertThat(provider.get()).isSameAs(next.get());
    }

    @Test
    void aChangeIsAppliedWithoutACallOfAConsumer() {
        ComplaintRouter current = provider.get();
        knowledge.set(after);

        try (RouterRefreshScheduler _ = new RouterRefreshScheduler(provider, Duration.ofMillis(10))) {
            await().until(() -> provider.get() != current);
        }
    }

    @Test
    void aRouterThatCannotBeBuiltLeavesTheCurrentOneInUse() {
        ComplaintRouter current = provider.get();
        knowledge.set(null);

        try (RouterRefreshScheduler _ = new RouterRefreshScheduler(provider, Duration.ofMillis(10))) {
            await().until(() -> building.getCount() == 0);
            assertThat(provider.get()).isSameAs(current);
            knowledge.set(after);
            await().until(() -> provider.get() != current);
        }
    }

    private RoutingKnowledge build() {
        building.countDown();
        try {
            built.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RoutingKnowledge current = knowledge.get();
        if (current == null) {
            throw new IllegalArgumentException("broken");
        }
        return current;
    }
}
