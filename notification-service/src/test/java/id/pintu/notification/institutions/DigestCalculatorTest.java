package id.pintu.notification.institutions;

import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.notification.institutions.InstitutionEvents.SEMARANG;
import static id.pintu.notification.institutions.InstitutionEvents.fold;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.notification.institutions.InstitutionDigest.DigestItem;
import id.pintu.notification.institutions.InstitutionDigest.DigestSection;
import id.pintu.support.calendars.WorkingDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-11-23 is a Monday. */
class DigestCalculatorTest {

    private static final MailHours HOURS = new MailHours(LocalTime.of(7, 0), LocalTime.of(20, 0), LocalTime.of(6, 0));
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final Map<ComplaintId, InstitutionCase> cases = new LinkedHashMap<>();
    private final Set<LocalDate> closed = new HashSet<>();

    @Test
    void listsWhatIsOverdueDueTodayAndDueOnTheNextTwoWorkingDays() {
        ComplaintId late = due("late", "2026-11-25T16:00");
        ComplaintId thursday = due("thursday", "2026-11-26T16:00");
        ComplaintId friday = due("friday", "2026-11-27T16:00");
        ComplaintId monday = due("monday", "2026-11-30T16:00");
        due("tuesday", "2026-12-01T16:00");

        InstitutionDigest digest = digest(THURSDAY);

        assertThat(digest.due()).isEqualTo(5);
        assertThat(ids(digest.overdue())).containsExactly(late);
        assertThat(ids(digest.today())).containsExactly(thursday);
        assertThat(ids(digest.soon())).containsExactly(friday, monday);
        assertThat(digest.fresh().count()).isZero();
    }

    @Test
    void aDecreedHolidayIsNoWorkingDay() {
        closed.add(LocalDate.of(2026, 11, 27));
        ComplaintId tuesday = due("tuesday", "2026-12-01T16:00");

        assertThat(ids(digest(THURSDAY).soon())).containsExactly(tuesday);
    }

    @Test
    void whatIsNewOnAMondayCameSinceFridayMorning() {
        add("before", "2026-11-20T06:59", "2026-12-30T16:00");
        ComplaintId friday = add("friday", "2026-11-20T07:00", "2026-12-30T16:00");
        ComplaintId sunday = add("sunday", "2026-11-22T23:00", "2026-12-30T16:01");
        add("after", "2026-11-23T07:00", "2026-12-30T16:00");

        assertThat(ids(digest(LocalDate.of(2026, 11, 23)).fresh())).containsExactly(friday, sunday);
    }

    @Test
    void whatCameAfterTheDigestWasDueIsNotInItHoweverLateItIsCalculated() {
        add("after", "2026-11-26T07:00", "2026-11-26T16:00");

        assertThat(digest(THURSDAY).isEmpty()).isTrue();
    }

    @Test
    void thereIsNothingToSayOfWhatIsAnsweredPausedEndedOrElsewhere() {
        InstitutionEvents answered = InstitutionEvents.of("answered");
        cases.put(
                answered.id(),
                fold(
                        answered.routed("2026-11-25T09:00"),
                        answered.set(FOLLOW_UP, "2026-11-26T16:00", "2026-11-25T09:00"),
                        answered.met(FOLLOW_UP, "2026-11-25T10:00")));
        InstitutionEvents elsewhere = InstitutionEvents.of("elsewhere");
        InstitutionRef surakarta = new InstitutionRef("D.33.72", "Surakarta", ZoneId.of("Asia/Jakarta"));
        cases.put(
                elsewhere.id(),
                fold(
                        elsewhere.routed(surakarta, "2026-11-25T09:00"),
                        elsewhere.set(surakarta, FOLLOW_UP, "2026-11-26T16:00", "2026-11-25T09:00")));
        due("far", "2026-12-30T16:00");

        InstitutionDigest digest = digest(THURSDAY);
        assertThat(digest.isEmpty()).isTrue();
        assertThat(digest.due()).isEqualTo(1);
    }

    @Test
    void aLongSectionIsCountedWholeAndListedFromTheOldest() {
        for (int i = 0; i < 40; i++) {
            due("late " + i, "2026-11-%02dT16:00".formatted(1 + i % 20));
        }

        DigestSection overdue = digest(THURSDAY).overdue();

        assertThat(overdue.count()).isEqualTo(40);
        assertThat(overdue.first())
                .hasSize(InstitutionDigest.MAX_LISTED)
                .isSortedAccordingTo((one, other) -> one.dueAt().compareTo(other.dueAt()));
    }

    private ComplaintId due(String name, String due) {
        return add(name, "2026-10-01T09:00", due);
    }

    private ComplaintId add(String name, String assigned, String due) {
        InstitutionEvents events = InstitutionEvents.of(name);
        cases.put(events.id(), fold(events.routed(assigned), events.set(INSTITUTION_VERIFICATION, due, assigned)));
        return events.id();
    }

    private InstitutionDigest digest(LocalDate day) {
        DigestCalculator calculator = new DigestCalculator(SEMARANG, day, HOURS, new WorkingDays(closed));
        cases.forEach(calculator::add);
        return calculator.digest();
    }

    private static List<ComplaintId> ids(DigestSection section) {
        return section.first().stream().map(DigestItem::id).toList();
    }
}
