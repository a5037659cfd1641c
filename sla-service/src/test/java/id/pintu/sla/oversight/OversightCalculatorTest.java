package id.pintu.sla.oversight;

import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintKind;
import id.pintu.sla.clock.SampleComplaintClocks;
import id.pintu.sla.csv.OversightFiguresCsvWriter;
import id.pintu.sla.oversight.OversightQuery.OversightGrouping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OversightCalculatorTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void theFiguresAreThoseLaporReports() {
        OversightCalculator calculator = calculator(OversightGrouping.NOTHING, "");
        addComplaints(calculator, 644, "answered", "D.51.71");
        addComplaints(calculator, 26, "in follow-up", "D.51.71");
        addComplaints(calculator, 156, "routed", "D.51.71");
        OversightFigures figures = calculator.figures().getFirst();
        assertThat(figures)
                .returns(826, OversightFigures::received)
                .returns(670, OversightFigures::followedUp)
                .returns(81, OversightFigures::followedUpPercent)
                .returns(644, OversightFigures::selesai)
                .returns(78, OversightFigures::selesaiPercent)
                .returns(26, OversightFigures::proses)
                .returns(3, OversightFigures::prosesPercent);
        assertThat(OversightFigures.percent(1_270, 1_294)).isEqualTo(98);
    }

    @Test
    void aProvinceIncludesOnlyItselfAndItsKabupatenAndKota() {
        OversightCalculator bali = calculator(OversightGrouping.INSTITUTION, "51");
        for (String code : List.of("P.51", "D.51.71", "D.51.02", "D.52.01", "K.PU")) {
            addComplaints(bali, 1, "answered", code);
        }
        assertThat(bali.figures()).extracting(OversightFigures::key).containsExactly("D.51.02", "D.51.71", "P.51");
    }

    @Test
    void connectedMeansHavingATeamAndActiveMeansHavingTakenAStep() {
        OversightCalculator bali = calculator(OversightGrouping.INSTITUTION, "51");
        addComplaints(bali, 2, "answered", "P.51");
        addComplaints(bali, 1, "routed", "D.51.71"); // takes no step
        addComplaints(bali, 1, "answered", "D.52.01");
        List<RegisteredInstitution> registry = List.of(
                new RegisteredInstitution("P.51", true),
                new RegisteredInstitution("D.51.71", true),
                new RegisteredInstitution("D.51.02", true), // without reports, so not counted as active or inactive
                new RegisteredInstitution("D.51.03", false),
                new RegisteredInstitution("D.52.01", true),
                new RegisteredInstitution("K.PU", true));
        assertThat(bali.participation(registry)).isEqualTo(new OversightCalculator.InstitutionParticipation(4, 75, 50));
        assertThat(bali.participation(List.of())).isEqualTo(new OversightCalculator.InstitutionParticipation(0, 0, 0));
    }

    @Test
    void aContestedAnswerCountsAsInProcessAndAWithdrawnReportAsNeither() {
        OversightCalculator calculator = calculator(OversightGrouping.NOTHING, "");
        addComplaints(calculator, 1, "contested", "D.51");
        addComplaints(calculator, 1, "withdrawn", "D.51");
        assertThat(calculator.figures())
                .extracting(OversightFigures::received, OversightFigures::selesai, OversightFigures::proses)
                .containsExactly(tuple(2, 0, 1));
    }

    @Test
    void spreadsAreInWorkingDaysAndOnTimeMeansNotMissed() {
        OversightCalculator calculator = calculator(OversightGrouping.INSTITUTION, "");
        addComplaints(calculator, 3, "answered", "D.51");
        addComplaints(calculator, 1, "late", "D.51");
        OversightFigures figures = calculator.figures().getFirst();
        assertThat(figures.onTimePercent()).contains(88); // 7 of 8 verifications and follow-ups
        assertThat(figures.verification())
                .isEqualTo(new OversightFigures.WorkingDaySpread(Optional.of(0), Optional.of(5)));
        assertThat(figures.followUp()).isEqualTo(new OversightFigures.WorkingDaySpread(Optional.of(1), Optional.of(1)));
    }

    @Test
    void theLeagueLeavesOutInstitutionsWithTooFewReports() {
        OversightCalculator calculator = calculator(OversightGrouping.INSTITUTION, "");
        addComplaints(calculator, 30, "answered", "D.51");
        addComplaints(calculator, 30, "answered", "D.52");
        addComplaints(calculator, 30, "late", "D.53");
        addComplaints(calculator, 29, "answered", "D.54");
        assertThat(calculator.league(30))
                .extracting(
                        OversightCalculator.LeagueTableEntry::rank,
                        rank -> rank.figures().key())
                .containsExactly(tuple(1, "D.51"), tuple(1, "D.52"), tuple(3, "D.53"));
    }

    @Test
    void groupsByKindAndMonthAndFiltersByPeriod() {
        OversightCalculator byKind = calculator(OversightGrouping.KIND, "");
        addComplaints(byKind, 2, "answered", "D.51");
        assertThat(byKind.figures()).extracting(OversightFigures::key).containsExactly("complaint");
        OversightCalculator byMonth = calculator(OversightGrouping.MONTH, "");
        addComplaints(byMonth, 2, "answered", "D.51");
        assertThat(byMonth.figures()).extracting(OversightFigures::key).containsExactly("2026-06");
        OversightCalculator lastYear = new OversightCalculator(
                new OversightQuery(OversightGrouping.MONTH, "", FIRST.minusYears(1), LAST.minusYears(1)), CALENDARS);
        addComplaints(lastYear, 2, "answered", "D.51");
        assertThat(lastYear.figures()).isEmpty();
    }

    @Test
    void theCsvHasAHeaderAndOneRowForEachKey() {
        OversightCalculator calculator = calculator(OversightGrouping.INSTITUTION, "");
        addComplaints(calculator, 2, "answered", "D.51");
        assertThat(OversightFiguresCsvWriter.write(calculator.figures()).lines())
                .hasSize(2)
                .last()
                .isEqualTo("D.51,2,2,2,100,2,100,0,0,100,0,0,1,1,1,1");
    }

    private static OversightCalculator calculator(OversightGrouping by, String area) {
        return new OversightCalculator(new OversightQuery(by, area, FIRST, LAST), CALENDARS);
    }

    private static void addComplaints(OversightCalculator calculator, int times, String situation, String institution) {
        for (int i = 0; i < times; i++) {
            calculator.add(SampleComplaintClocks.of(situation, institution, ComplaintKind.COMPLAINT));
        }
    }
}
