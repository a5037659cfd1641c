package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.Clock.FOLLOW_UP;
import static id.pintu.events.SlaEvent.Clock.REPORTER_SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 8);

    @ParameterizedTest
    @CsvSource({
        "DESK_VERIFICATION, COMPLAINT, 3, WORKING_DAYS",
        "INSTITUTION_VERIFICATION, COMPLAINT, 3, WORKING_DAYS",
        "FOLLOW_UP, INFORMATION_REQUEST, 5, WORKING_DAYS",
        "FOLLOW_UP, COMPLAINT, 14, WORKING_DAYS",
        "FOLLOW_UP, SUPERVISORY_COMPLAINT, 60, WORKING_DAYS",
        "FOLLOW_UP, ASPIRATION, 5, WORKING_DAYS",
        "REPORTER_SILENCE, ASPIRATION, 10, CALENDAR_DAYS"
    })
    void theNationalTableIsTheGuideline(Clock clock, ComplaintKind kind, int days, Limit.Unit unit) {
        assertThat(Limits.NATIONAL.of(clock, kind, TODAY))
                .returns(days, Limit::days)
                .returns(unit, Limit::unit);
    }

    @Test
    void aNewerLimitCountsFromItsFirstDayAndForItsKindsOnly() {
        Limit newer = new Limit(
                "follow-up-10", FOLLOW_UP, Set.of(ComplaintKind.COMPLAINT), 10, Limit.Unit.WORKING_DAYS, TODAY);
        Limits limits = Limits.NATIONAL.preferring(List.of(newer));
        assertThat(limits.of(FOLLOW_UP, ComplaintKind.COMPLAINT, TODAY)).isEqualTo(newer);
        assertThat(limits.of(FOLLOW_UP, ComplaintKind.COMPLAINT, TODAY.minusDays(1))
                        .days())
                .isEqualTo(14);
        assertThat(limits.of(FOLLOW_UP, ComplaintKind.ASPIRATION, TODAY).days()).isEqualTo(5);
    }

    @Test
    void aTableThatDoesNotAnswerForEverythingIsRefused() {
        assertThatThrownBy(() -> new Limits(Limits.NATIONAL.table().subList(0, 6)))
                .hasMessageContaining(REPORTER_SILENCE.name());
    }

    @Test
    void aLimitIsOneDayAtLeast() {
        assertThatThrownBy(() -> new Limit("none", FOLLOW_UP, Set.of(), 0, Limit.Unit.WORKING_DAYS, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
