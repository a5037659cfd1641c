package id.pintu.routing.rulebooks;

import id.pintu.events.SubmittedReport;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.registry.NationalTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Startup task that routes a few sample reports before any event is consumed, so that tables are loaded and code is
 * compiled before the first complaint. It emits no events and keeps no state.
 */
public final class RouterWarmUp {

    private static final Logger log = LoggerFactory.getLogger(RouterWarmUp.class);

    /** Maximum delay of the start, after the router was built. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(1);

    private static final int ROUNDS = 100;

    private static final List<SubmittedReport> SAMPLE_REPORTS = List.of(
            sampleReport("Jalan berlubang di depan pasar, dua motor jatuh.", Optional.of("33.74")),
            sampleReport(
                    "Listrik padam sejak pagi di Kec. Bulakamba Kab. Brebes, mohon PLN memeriksa.", Optional.empty()),
            sampleReport("Petugas loket Disdukcapil meminta uang rokok untuk KTP", Optional.of("35.78")),
            sampleReport("Kartu BPJS saya tidak aktif padahal iuran selalu dibayar", Optional.empty()),
            sampleReport("Mohon ditindaklanjuti", Optional.empty()));

    private final Supplier<ComplaintRouter> router;
    private final InstantSource clock;

    public RouterWarmUp(Supplier<ComplaintRouter> router, InstantSource clock) {
        this.router = router;
        this.clock = clock;
    }

    /** Task that runs after the registry and rules were read, and before the stream bindings start. */
    public StartupTask asStartupTask() {
        return new StartupTask(StartupPhases.BINDINGS - 50, this::warmUp);
    }

    private void warmUp() {
        long startedAt = System.nanoTime();
        ComplaintRouter currentRouter = router.get();
        long readyAt = System.nanoTime();
        LocalDate day = NationalTime.dateAt(clock.instant());
        for (int i = 0; i < ROUNDS && System.nanoTime() - readyAt < MAX_DURATION.toNanos(); i++) {
            SAMPLE_REPORTS.forEach(report -> currentRouter.decide(report, Set.of(), day));
        }
        log.info(
                "router ready in {} ms, warmed up in {} ms more",
                (readyAt - startedAt) / 1_000_000,
                (System.nanoTime() - readyAt) / 1_000_000);
    }

    private static SubmittedReport sampleReport(String text, Optional<String> region) {
        return SubmittedReport.ofText(text).withPlace(new SubmittedReport.ReportedLocation(region, Optional.empty()));
    }
}
