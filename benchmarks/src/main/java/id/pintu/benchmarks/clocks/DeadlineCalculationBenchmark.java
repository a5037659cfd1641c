package id.pintu.benchmarks.clocks;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.csv.HolidayCsvCodec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
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
import org.springframework.core.io.ClassPathResource;

/** JMH benchmark of deadline calculations on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class DeadlineCalculationBenchmark {

    private static final int STARTS = 4_096;

    private final WorkingCalendar calendar = new InstitutionCalendars(
                    0, OfficeHours.NATIONAL, HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv")))
            .of("D.51.71", ZoneId.of("Asia/Makassar"));
    private final Instant[] starts = new Instant[STARTS];
    private final DeadlineBasis[] paused = new DeadlineBasis[STARTS];
    private int next;

    public DeadlineCalculationBenchmark() {
        SplittableRandom chance = new SplittableRandom(7);
        long first = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < STARTS; i++) {
            starts[i] = Instant.ofEpochSecond(first + chance.nextInt(365 * 86_400));
            ClockPause pause = new ClockPause(starts[i].plusSeconds(90_000), starts[i].plusSeconds(400_000));
            paused[i] = new DeadlineBasis(
                    "D.51.71", calendar.zone(), 1, starts[i], 14, DeadlineUnit.WORKING_DAYS, List.of(pause), 0, false);
        }
    }

    /** Limits of 5, 14 or 60 working days. */
    @Benchmark
    public Instant due() {
        int i = next++ & (STARTS - 1);
        return calendar.afterWorkingDays(starts[i], i % 3 == 0 ? 5 : i % 3 == 1 ? 14 : 60);
    }

    /** A limit of 14 working days with one pause. */
    @Benchmark
    public Instant dueWithPause() {
        return DeadlineCalculator.due(calendar, paused[next++ & (STARTS - 1)]);
    }
}
