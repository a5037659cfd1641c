package id.pintu.notification.institutions;

import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.SlaClockType.OVERALL;
import static id.pintu.notification.institutions.InstitutionEvents.at;
import static id.pintu.notification.institutions.InstitutionEvents.fold;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.notification.institutions.InstitutionCase.RunningClock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class InstitutionCaseProjectionTest {

    private static final InstitutionRef SURAKARTA =
            new InstitutionRef("D.33.72", "Pemerintah Kota Surakarta", ZoneId.of("Asia/Jakarta"));
    private static final InstitutionEvents POTHOLE = InstitutionEvents.of("pothole");
    private static final ComplaintEvent ROUTED = POTHOLE.routed("2026-11-23T09:00");
    private static final ComplaintEvent SET =
            POTHOLE.set(INSTITUTION_VERIFICATION, "2026-11-26T16:00", "2026-11-23T09:00");
    private static final DeadlineMissed MISSED =
            POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-26T16:01");

    @Test
    void aRunningClockOfTheInstitutionIsDue() {
        assertThat(fold(ROUTED, SET).runningClock())
                .map(RunningClock::clock)
                .map(InstitutionClock::dueAt)
                .contains(at("2026-11-26T16:00"));
        assertThat(fold(SET, ROUTED)).isEqualTo(fold(ROUTED, SET));
    }

    @Test
    void aClockOfTheFormerInstitutionIsNot() {
        assertThat(fold(ROUTED, SET, POTHOLE.routed(SURAKARTA, "2026-11-24T09:00"))
                        .isDue())
                .isFalse();
    }

    @Test
    void aClockThatIsNoneOfInstitutionsIsNot() {
        assertThat(fold(ROUTED, POTHOLE.set(OVERALL, "2026-11-26T16:00", "2026-11-23T09:00"))
                        .isDue())
                .isFalse();
    }

    @Test
    void aStepThatWasTakenOrAQuestionStopsTheClockWithItsExpiries() {
        assertThat(fold(ROUTED, SET, MISSED).lastExpiry()).contains(at("2026-11-26T16:01"));
        assertThat(fold(ROUTED, SET, MISSED, POTHOLE.met(INSTITUTION_VERIFICATION, "2026-11-27T09:00")))
                .satisfies(state -> assertThat(state.isDue()).isFalse())
                .satisfies(state -> assertThat(state.lastExpiry()).isEmpty());
        assertThat(fold(ROUTED, SET, POTHOLE.paused(INSTITUTION_VERIFICATION, "2026-11-24T09:00"))
                        .isDue())
                .isFalse();
        assertThat(fold(
                                ROUTED,
                                SET,
                                MISSED,
                                POTHOLE.met(INSTITUTION_VERIFICATION, "2026-11-27T09:00"),
                                POTHOLE.set(FOLLOW_UP, "2026-12-10T16:00", "2026-11-27T09:00"))
                        .runningClock())
                .map(RunningClock::type)
                .contains(FOLLOW_UP);
    }

    @Test
    void aRepeatedExpiryChangesNothing() {
        assertThat(fold(ROUTED, SET, MISSED, MISSED)).isEqualTo(fold(ROUTED, SET, MISSED));
    }

    @Test
    void theHeadIsToldOfWhatThePolicyEscalatesToTheHeadAndBeyond() {
        InstitutionCase state = fold(
                ROUTED,
                SET,
                MISSED,
                POTHOLE.missed(INSTITUTION_VERIFICATION, 2, "institution-admin", "2026-11-27T16:01"),
                POTHOLE.missed(INSTITUTION_VERIFICATION, 3, "institution-head", "2026-12-01T16:01"),
                POTHOLE.missed(INSTITUTION_VERIFICATION, 4, "province-oversight", "2026-12-03T16:01"));

        assertThat(state.runningClock().orElseThrow().clock().expiries())
                .extracting(ClockExpiry::toHead)
                .containsExactly(false, false, true, true);
    }

    @Test
    void aComplaintThatHasEndedIsNotDueUntilItIsContested() {
        InstitutionCase ended = fold(ROUTED, SET, POTHOLE.withdrawn("2026-11-24T09:00"));
        assertThat(ended.isDue()).isFalse();
        assertThat(new InstitutionCaseProjection()
                        .evolve(ended, POTHOLE.contested("2026-11-25T09:00"))
                        .isDue())
                .isTrue();
    }

    @Test
    void ofTwoReadingsTheLaterOneAppliesInWhicheverOrderTheyCome() {
        ComplaintEvent later = POTHOLE.set(INSTITUTION_VERIFICATION, "2026-11-30T16:00", "2026-11-25T09:00");
        assertThat(fold(ROUTED, SET, later)).isEqualTo(fold(ROUTED, later, SET));
    }
}
