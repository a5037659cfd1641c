package id.pintu.portal.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.portal.oversight.HandlingFigures.DaySpread;
import id.pintu.portal.oversight.NationFigures.ChannelFigures;
import id.pintu.portal.oversight.NationFigures.HopFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.NationFigures.RoutingQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure of the table of facts is that of a slow reading of the same events, to the complaint. */
class OversightReconciliationTest {

    private static final Instant NOW = Instant.parse("2026-04-20T03:00:00Z");
    private static final ReportingPeriod PERIOD =
            new ReportingPeriod(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 4, 20));
    private static final List<SupervisedInstitution> REGISTRY = Stream.concat(
                    GeneratedLedger.INSTITUTIONS.stream()
                            .limit(GeneratedLedger.INSTITUTIONS.size() - 1L)
                            .map(each -> new SupervisedInstitution(
                                    each.code(), each.name(), !each.code().equals("D.33.01"))),
                    Stream.of(new SupervisedInstitution("D.33.02", "Pemerintah Kabupaten Banyumas", true)))
            .toList();

    private final ComplaintFactTable table = new ComplaintFactTable();
    private final List<LedgerReading> readings;
    private final OversightCalculation calculation =
            new OversightCalculation(PERIOD, NOW, REGISTRY, OversightReconciliationTest::calendarOf);

    OversightReconciliationTest() {
        List<ComplaintEvent> ledger =
                new GeneratedLedger(7, Instant.parse("2025-12-20T00:00:00Z"), Duration.ofDays(130)).withRepeats(4_000);
        ledger.forEach(table::apply);
        Map<ComplaintId, List<ComplaintEvent>> byComplaint =
                ledger.stream().distinct().collect(Collectors.groupingBy(ComplaintEvent::complaintId));
        readings = byComplaint.values().stream()
                .map(LedgerReading::new)
                .filter(each -> {
                    LocalDate day = LocalDate.ofInstant(each.receivedAt(), ReportingPeriod.ZONE);
                    return !day.isBefore(PERIOD.from()) && !day.isAfter(PERIOD.to());
                })
                .toList();
        assertThat(readings).hasSizeGreaterThan(2_000);
    }

    private static WorkingDayCounter calendarOf(String code) {
        ZoneId zone = GeneratedLedger.INSTITUTIONS.stream()
                .filter(each -> each.code().equals(code))
                .map(each -> each.zone())
                .findFirst()
                .orElse(ReportingPeriod.ZONE);
        return WorkingDayCounter.of(zone, LedgerReading::isWorkingDay, LocalDate.of(2028, 12, 31));
    }

    @Test
    void nationEqualsTheLedger() {
        NationFigures nation = calculation.nation(table);

        assertThat(nation.total()).isEqualTo(figures(each -> true));
        assertThat(nation.desk()).isEqualTo(figures(each -> each.institution().isEmpty()));
        assertThat(nation.central())
                .isEqualTo(figures(each -> each.institution().startsWith("K.")));
        assertThat(nation.provinces().keySet()).containsExactly("33", "51", "81", "94");
        nation.provinces().forEach((province, of) -> assertThat(of).isEqualTo(figures(isIn(province))));
        assertThat(nation.institutions()).hasSize(REGISTRY.size() + 1);
        nation.institutions()
                .forEach(each -> assertThat(each.figures())
                        .as(each.institution().code())
                        .isEqualTo(figures(reading ->
                                reading.institution().equals(each.institution().code()))));
        assertThat(nation.months().keySet())
                .containsExactly(
                        YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3), YearMonth.of(2026, 4));
        nation.months()
                .forEach((month, of) -> assertThat(of)
                        .isEqualTo(
                                figures(each -> YearMonth.from(inJakarta(each)).equals(month))));
        assertThat(nation.categories().keySet()).containsExactly("", "AGAMA", "INFRASTRUKTUR", "KESEHATAN");
        nation.categories()
                .forEach((category, of) -> assertThat(of)
                        .isEqualTo(figures(each -> categoryOf(each).equals(category))));
    }

    @Test
    void kindsChannelsAndHoursEqualTheLedger() {
        NationFigures nation = calculation.nation(table);

        for (ComplaintKind kind : ComplaintKind.values()) {
            assertThat(nation.kinds().get(kind)).isEqualTo(count(each -> kindOf(each) == kind));
        }
        Map<IntakeChannel, ChannelFigures> channels = new LinkedHashMap<>();
        for (IntakeChannel channel : IntakeChannel.values()) {
            List<LedgerReading> of = readings.stream()
                    .filter(each -> each.report().door() == channel)
                    .toList();
            of.stream()
                    .map(LedgerReading::receivedAt)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last -> channels.put(
                            channel,
                            new ChannelFigures(of.size(), last, received(of, 0, 7), received(of, 7, 35) / 4.0)));
        }
        assertThat(nation.channels()).isEqualTo(channels);
        for (int weekday = 0; weekday < 7; weekday++) {
            for (int hour = 0; hour < 24; hour++) {
                int day = weekday + 1;
                int at = hour;
                assertThat(nation.hours().get(weekday).get(hour))
                        .isEqualTo(count(each -> inJakarta(each).getDayOfWeek().getValue() == day
                                && inJakarta(each).getHour() == at));
            }
        }
    }

    @Test
    void routingAndSectionsOfTheWayEqualTheLedger() {
        NationFigures nation = calculation.nation(table);

        List<LedgerReading> whole =
                readings.stream().filter(each -> !each.isPart()).toList();
        assertThat(nation.routing())
                .isEqualTo(new RoutingQuality(
                        whole.size(),
                        (int) whole.stream()
                                .filter(each -> !each.assignments().isEmpty())
                                .count(),
                        (int) whole.stream()
                                .filter(each -> !each.assignments().isEmpty() && !each.heldAtFirst())
                                .count(),
                        (int) whole.stream()
                                .filter(each -> each.assignments().size() == 1 && !each.returned())
                                .count(),
                        (int) whole.stream().filter(LedgerReading::returned).count(),
                        whole.stream()
                                .mapToInt(each -> Math.max(0, each.assignments().size() - 1))
                                .sum(),
                        (int) whole.stream().filter(LedgerReading::ruled).count()));
        assertThat(nation.hops().get(HandlingHop.TO_FIRST_INSTITUTION))
                .isEqualTo(hop(each -> Optional.of(each.receivedAt()), LedgerReadingTimes::firstAssignment));
        assertThat(nation.hops().get(HandlingHop.BETWEEN_INSTITUTIONS))
                .isEqualTo(hop(
                        LedgerReadingTimes::firstAssignment,
                        each -> each.assignments().size() > 1
                                ? LedgerReadingTimes.assignment(each)
                                : Optional.empty()));
        assertThat(nation.hops().get(HandlingHop.TO_FIRST_STEP))
                .isEqualTo(hop(each -> Optional.of(each.since()), LedgerReading::firstAct));
        assertThat(nation.hops().get(HandlingHop.TO_ANSWER))
                .isEqualTo(hop(LedgerReading::firstAct, LedgerReading::answer));
    }

    private static final class LedgerReadingTimes {
        static Optional<Instant> firstAssignment(LedgerReading reading) {
            return reading.assignments().stream().map(ComplaintEvent::at).findFirst();
        }

        static Optional<Instant> assignment(LedgerReading reading) {
            return reading.assignment().map(ComplaintEvent::at);
        }
    }

    @Test
    void provinceEqualsTheLedger() {
        ProvinceFigures province = calculation.province(table, "33");

        assertThat(province.total()).isEqualTo(figures(isIn("33")));
        assertThat(province.institutions())
                .extracting(each -> each.institution().code())
                .containsExactly("P.33", "D.33.01", "D.33.02", "D.33.74");
        assertThat(province.institutions().get(2).figures().received()).isZero();
        assertThat(province.institutions().get(2).active()).isEmpty();
        province.institutions()
                .forEach(each -> assertThat(each.figures())
                        .isEqualTo(figures(reading ->
                                reading.institution().equals(each.institution().code()))));
        province.months()
                .forEach((month, of) -> assertThat(of)
                        .isEqualTo(figures(isIn("33")
                                .and(each -> YearMonth.from(inJakarta(each)).equals(month)))));
        assertThat(province.participation().institutions()).isEqualTo(4);
        assertThat(province.participation().connected()).isEqualTo(3);
        assertThat(province.participation().active()).isEqualTo(2);
    }

    @Test
    void aProvinceIsTheSameOnBothPages() {
        NationFigures nation = calculation.nation(table);
        assertThat(calculation.province(table, "33").total())
                .isEqualTo(nation.provinces().get("33"));
        assertThat(nation.institutions().stream()
                        .map(InstitutionFigures::figures)
                        .mapToInt(HandlingFigures::received)
                        .sum())
                .isEqualTo(nation.total().received() - nation.desk().received());
    }

    private static Predicate<LedgerReading> isIn(String province) {
        return each -> each.institution().matches("[PD]\\." + province + "(\\..*)?");
    }

    private static ZonedDateTime inJakarta(LedgerReading reading) {
        return reading.receivedAt().atZone(ReportingPeriod.ZONE);
    }

    private static String categoryOf(LedgerReading reading) {
        return reading.report().category().orElse("").split("/", -1)[0];
    }

    private static ComplaintKind kindOf(LedgerReading reading) {
        return reading.last(ComplaintReclassified.class)
                .map(ComplaintReclassified::kind)
                .orElse(reading.report().kind());
    }

    private int count(Predicate<LedgerReading> which) {
        return (int) readings.stream().filter(which).count();
    }

    /** How many came in so many days before the end of the period. */
    private static int received(List<LedgerReading> of, int from, int before) {
        return (int) of.stream()
                .mapToLong(each ->
                        PERIOD.to().toEpochDay() - inJakarta(each).toLocalDate().toEpochDay())
                .filter(days -> days >= from && days < before)
                .count();
    }

    private HopFigures hop(
            Function<LedgerReading, Optional<Instant>> from, Function<LedgerReading, Optional<Instant>> to) {
        List<Integer> days = new ArrayList<>();
        readings.forEach(each ->
                from.apply(each).ifPresent(begin -> to.apply(each).ifPresent(end -> days.add(each.days(begin, end)))));
        return new HopFigures(days.size(), days.stream().mapToInt(each -> each).sum(), spread(days));
    }

    private static Optional<DaySpread> spread(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new DaySpread(
                        sorted.get((int) Math.ceil(sorted.size() * 0.5) - 1),
                        sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1)));
    }

    private HandlingFigures figures(Predicate<LedgerReading> which) {
        List<LedgerReading> of = readings.stream().filter(which).toList();
        Map<ComplaintProgress, Long> progress =
                of.stream().collect(Collectors.groupingBy(LedgerReading::progress, Collectors.counting()));
        List<Boolean> clocks =
                of.stream().flatMap(each -> each.clocks().stream()).toList();
        List<Integer> answers = new ArrayList<>();
        of.forEach(each -> each.answer().ifPresent(at -> answers.add(each.days(each.since(), at))));
        Optional<LedgerReading> longest = of.stream()
                .filter(each -> each.progress() == ComplaintProgress.WAITING
                        || each.progress() == ComplaintProgress.IN_PROGRESS)
                .max(Comparator.comparingInt((LedgerReading each) -> each.days(each.since(), NOW))
                        .thenComparing(LedgerReading::since, Comparator.reverseOrder()));
        return new HandlingFigures(
                of.size(),
                progress.getOrDefault(ComplaintProgress.DONE, 0L).intValue(),
                progress.getOrDefault(ComplaintProgress.IN_PROGRESS, 0L).intValue(),
                progress.getOrDefault(ComplaintProgress.WAITING, 0L).intValue(),
                progress.getOrDefault(ComplaintProgress.ENDED, 0L).intValue(),
                clocks.size(),
                (int) clocks.stream().filter(each -> each).count(),
                spread(answers),
                longest.map(each -> new HandlingFigures.LongestWaiting(
                        each.events().getFirst().complaintId(), each.days(each.since(), NOW))));
    }
}
