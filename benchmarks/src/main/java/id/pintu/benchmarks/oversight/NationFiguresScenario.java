package id.pintu.benchmarks.oversight;

import id.pintu.benchmarks.HeapMeter;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.oversight.NationFigures;
import id.pintu.portal.oversight.OversightCalculation;
import id.pintu.portal.oversight.ReportingPeriod;
import id.pintu.portal.oversight.SupervisedInstitution;
import id.pintu.portal.oversight.WorkingDayCounter;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Measurement of the national figures: complaints with twelve relevant events each are folded, and then counted. In the same run
 * a bare scan adds up five arrays of as many numbers: no calculation over such a table can be faster.
 *
 * <p>The argument is the number of complaints; 1,000,000 without one.
 */
final class NationFiguresScenario {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");
    private static final int SPAN_SECONDS = 390 * 86_400;
    private static final int INSTITUTIONS = 600;
    private static final int ROUNDS = 9;
    private static final int COLUMNS = 5;
    private static final ReportingPeriod PERIOD =
            new ReportingPeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 31));

    private NationFiguresScenario() {}

    public static void main(String... args) throws InterruptedException {
        int complaints = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        long before = HeapMeter.usedMegabytes();
        ComplaintFactTable table = new ComplaintFactTable();
        Random random = new Random(1708);
        long folding = System.nanoTime();
        for (int i = 0; i < complaints; i++) {
            history(i, random).forEach(table::apply);
        }
        long foldMillis = (System.nanoTime() - folding) / 1_000_000;
        long megabytes = HeapMeter.usedMegabytes() - before;
        WorkingDayCounter calendar = WorkingDayCounter.of(
                ReportingPeriod.ZONE,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
                LocalDate.of(2027, 12, 31));
        List<SupervisedInstitution> registry = IntStream.range(0, INSTITUTIONS)
                .mapToObj(i -> new SupervisedInstitution(code(i), "Pemerintah " + i, true))
                .toList();
        OversightCalculation calculation = new OversightCalculation(PERIOD, NOW, registry, code -> calendar);
        double[] figures = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        int[][] columns = IntStream.range(0, COLUMNS)
                .mapToObj(column -> random.ints(complaints).toArray())
                .toArray(int[][]::new);
        long sum = 0;
        int received = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            NationFigures nation = calculation.nation(table);
            received = nation.total().received();
            figures[round] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            sum += scan(columns);
            bare[round] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(
                "complaints=%d received=%d fold_ms=%d heap_mb=%d bytes_each=%d%n"
                        + "nation_first_ms=%.0f nation_median_ms=%.0f bare_scan_median_ms=%.1f ratio=%.0f limit_ms=1000 (%d)%n",
                complaints,
                received,
                foldMillis,
                megabytes,
                (megabytes << 20) / complaints,
                figures[0],
                median(figures),
                median(bare),
                median(figures) / median(bare),
                sum % 10);
    }

    private static long scan(int[][] columns) {
        long sum = 0;
        for (int[] column : columns) {
            for (int each : column) {
                sum += each;
            }
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String code(int number) {
        return "D.%02d.%02d".formatted(11 + number % 38, number / 38);
    }

    private static List<ComplaintEvent> history(int number, Random random) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(Long.BYTES)
                .putLong((number + 1L) * 0x9E3779B97F4A7C15L)
                .array());
        InstitutionRef institution =
                new InstitutionRef(code(random.nextInt(INSTITUTIONS)), "Pemerintah", ReportingPeriod.ZONE);
        String code = institution.code();
        GeneratedHistory history = new GeneratedHistory(id, random);
        history.events.add(new ComplaintSubmitted(history.stamp(), SubmittedReport.ofText("Lampu jalan mati")));
        history.events.add(new ComplaintRouted(
                history.stamp(),
                institution,
                Optional.empty(),
                1,
                new RoutingReason(RoutingReason.WEIGHED, List.of())));
        history.set(SlaClockType.INSTITUTION_VERIFICATION, institution);
        history.events.add(new ComplaintVerified(history.stamp(), code));
        history.met(SlaClockType.INSTITUTION_VERIFICATION);
        history.set(SlaClockType.FOLLOW_UP, institution);
        history.events.add(new UnitAssigned(history.stamp(), code, "Dinas"));
        history.events.add(new FollowUpPosted(history.stamp(), code, "dikerjakan"));
        if (random.nextInt(5) > 0) {
            history.events.add(new ComplaintResolved(history.stamp(), code, "sudah"));
            history.met(SlaClockType.FOLLOW_UP);
            history.events.add(new ComplaintRated(history.stamp(), 4, ""));
            history.events.add(
                    new ComplaintClosed(history.stamp(), SlaClockType.REPORTER_SILENCE, ClosureReason.RATED));
        }
        return history.events;
    }

    private static final class GeneratedHistory {
        private final ComplaintId id;
        private final List<ComplaintEvent> events = new ArrayList<>();
        private final Random random;
        private Instant now;

        private GeneratedHistory(ComplaintId id, Random random) {
            this.id = id;
            this.random = random;
            this.now = BEGIN.plusSeconds(random.nextInt(SPAN_SECONDS));
        }

        private void set(SlaClockType clock, InstitutionRef institution) {
            EventMetadata stamp = stamp();
            events.add(new DeadlineSet(
                    stamp,
                    clock,
                    "limit",
                    stamp.at(),
                    stamp.at(),
                    new DeadlineBasis(
                            institution.code(),
                            institution.zone(),
                            1,
                            stamp.at(),
                            3,
                            DeadlineUnit.WORKING_DAYS,
                            List.of(),
                            1,
                            false)));
        }

        private void met(SlaClockType clock) {
            events.add(new DeadlineMet(stamp(), clock));
        }

        private EventMetadata stamp() {
            EventMetadata stamp =
                    new EventMetadata(new UUID(random.nextLong(), random.nextLong()), id, now, new UUID(0, 0));
            now = now.plusSeconds(random.nextInt(3 * 86_400));
            return stamp;
        }
    }
}
