package id.pintu.sla.policy;

import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.REPORTER_SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class SlaPoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 8);
    private static final SlaPolicies NATIONAL = SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml"));

    @ParameterizedTest
    @CsvSource({
        "DESK_VERIFICATION, COMPLAINT, 3, WORKING_DAYS",
        "INSTITUTION_VERIFICATION, COMPLAINT, 3, WORKING_DAYS",
        "FOLLOW_UP, INFORMATION_REQUEST, 5, WORKING_DAYS",
        "FOLLOW_UP, COMPLAINT, 14, WORKING_DAYS",
        "FOLLOW_UP, SUPERVISORY_COMPLAINT, 60, WORKING_DAYS",
        "FOLLOW_UP, ASPIRATION, 5, WORKING_DAYS",
        "REPORTER_SILENCE, ASPIRATION, 10, CALENDAR_DAYS",
        "OVERALL, COMPLAINT, 60, WORKING_DAYS"
    })
    void theNationalPolicyFollowsTheGuideline(SlaClockType clock, ComplaintKind kind, int days, DeadlineUnit unit) {
        assertThat(NATIONAL.limit(clock, kind, TODAY))
                .returns(days, ClockLimit::days)
                .returns(unit, ClockLimit::unit);
    }

    @ParameterizedTest
    @CsvSource({"DESK_VERIFICATION", "INSTITUTION_VERIFICATION", "FOLLOW_UP", "OVERALL"})
    void everyClockOfAnAuthorityHasAtLeastThreeEscalationLevels(SlaClockType clock) {
        assertThat(NATIONAL.escalationSteps(clock, TODAY)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(NATIONAL.reminders(clock, TODAY)).isNotEmpty();
    }

    @Test
    void aNewerPolicyAppliesFromItsFirstDayToWhatItNames() {
        ClockLimit ten = new ClockLimit(
                "follow-up-10", FOLLOW_UP, Set.of(ComplaintKind.COMPLAINT), 10, DeadlineUnit.WORKING_DAYS);
        SlaPolicy newer = new SlaPolicy("newer", TODAY, List.of(ten), Map.of(), Map.of());
        SlaPolicies policies = new SlaPolicies(List.of(NATIONAL.newestFirst().getFirst(), newer));
        assertThat(policies.limit(FOLLOW_UP, ComplaintKind.COMPLAINT, TODAY)).isEqualTo(ten);
        assertThat(policies.limit(FOLLOW_UP, ComplaintKind.COMPLAINT, TODAY.minusDays(1))
                        .days())
                .isEqualTo(14);
        assertThat(policies.limit(FOLLOW_UP, ComplaintKind.ASPIRATION, TODAY).days())
                .isEqualTo(5);
        assertThat(policies.escalationSteps(FOLLOW_UP, TODAY)).isEqualTo(NATIONAL.escalationSteps(FOLLOW_UP, TODAY));
    }

    @Test
    void policiesWithoutALimitForEveryClockAreRejected() {
        SlaPolicy whole = NATIONAL.newestFirst().getFirst();
        SlaPolicy lacking = new SlaPolicy(
                "lacking",
                LocalDate.MIN,
                whole.limits().stream()
                        .filter(limit -> limit.clock() != REPORTER_SILENCE)
                        .toList(),
                Map.of(),
                Map.of());
        assertThatThrownBy(() -> new SlaPolicies(List.of(lacking))).hasMessageContaining(REPORTER_SILENCE.name());
    }
}
