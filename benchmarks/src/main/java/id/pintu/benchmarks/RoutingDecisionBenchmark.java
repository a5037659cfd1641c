package id.pintu.benchmarks;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.decision.RoutingDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** JMH benchmark of complete routing decisions on one core, with the bundled registry and rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoutingDecisionBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> TEXTS = List.of(
            "Jalan berlubang di Kecamatan Gedebage, Kota Bandung, sudah tiga bulan tidak ditambal.",
            "mati lampu terus tiap magrib di Poto Tano, PLN tolong",
            "KTP saya belum jadi sejak Maret di Kab. Nganjuk, blangko kosong terus",
            "Kartu BPJS Kesehatan ibu saya nonaktif padahal iuran lancar");

    private final ComplaintRouter router = router();
    private int next;

    private static ComplaintRouter router() {
        BundledTablesLoader tables = new BundledTablesLoader();
        return new ComplaintRouter(tables.knowledge(), LearnedRoutingModel.untrained());
    }

    @Benchmark
    public RoutingDecision decision() {
        next = (next + 1) % TEXTS.size();
        return router.decide(SubmittedReport.ofText(TEXTS.get(next)), Set.of(), DAY);
    }
}
