package id.pintu.routing.rulebooks;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.house.start.AtStart;
import id.pintu.house.start.Phases;
import id.pintu.routing.decision.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides a few invented reports before anything is heard, and forgets them: the tables are read and the machine code is
 * made then, and not while the first citizen and everybody behind waits. Nothing is said, nothing is kept.
 */
public final class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    /** After this the rest of the start is not kept waiting. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int ROUNDS = 100;

    private static final List<Report> INVENTED = List.of(
            invented("Jalan berlubang di depan pasar, dua motor jatuh.", Optional.of("33.74")),
            invented("Listrik padam sejak pagi di Kec. Bulakamba Kab. Brebes, mohon PLN memeriksa.", Optional.empty()),
            invented("Petugas loket Disdukcapil meminta uang rokok untuk KTP", Optional.of("35.78")),
            invented("Kartu BPJS saya tidak aktif padahal iuran selalu dibayar", Optional.empty()),
            invented("Mohon ditindaklanjuti", Optional.empty()));

    private final Supplier<Router> router;
    private final InstantSource clock;

    public WarmUp(Supplier<Router> router, InstantSource clock) {
        this.router = router;
        this.clock = clock;
    }

    /** When the registry and the rules are there, before the bindings that hear. */
    public AtStart atStart() {
        return new AtStart(Phases.HEARING - 50, this::warmUp);
    }

    private void warmUp() {
        long begun = System.nanoTime();
        Router ready = router.get();
        long made = System.nanoTime();
        LocalDate day = LocalDate.ofInstant(clock.instant(), NATIONAL);
        for (int i = 0; i < ROUNDS && System.nanoTime() - made < LONGEST.toNanos(); i++) {
            INVENTED.forEach(report -> ready.decide(report, Set.of(), day));
        }
        log.info(
                "rules ready in {} ms, warm after {} ms more",
                (made - begun) / 1_000_000,
                (System.nanoTime() - made) / 1_000_000);
    }

    private static Report invented(String text, Optional<String> region) {
        return new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                "",
                text,
                new Report.Place(region, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Report.Privacy.OPEN);
    }
}
