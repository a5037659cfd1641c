package id.pintu.portal.inbox;

import static id.pintu.portal.SampleComplaintEvents.AMBON;
import static id.pintu.portal.SampleComplaintEvents.MORNING;
import static id.pintu.portal.SampleComplaintEvents.SEMARANG;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.SampleComplaintEvents;
import id.pintu.portal.inbox.InboxEntry.InboxDeadline;
import id.pintu.portal.inbox.InboxFigures.WorkFigures;
import id.pintu.support.calendars.WorkingDays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link InboxProjection}, the keys of the lists an entry is in, and the figures of several. */
class InboxProjectionTest {

    private final SampleComplaintEvents events = new SampleComplaintEvents("inbox");
    private final InboxProjection projection = new InboxProjection();

    @Test
    void isNewUntilTheInstitutionDoesAnything() {
        InboxEntry entry = fold(InboxEntry.UNKNOWN, events.submitted(), events.routed(SEMARANG));
        assertThat(entry.stage()).isEqualTo(InboxStage.NEW);
        assertThat(keys(entry)).contains("D.33.74|open", "D.33.74|new").doesNotContain("D.33.74|in_progress");

        InboxEntry given = fold(entry, events.unitAssigned());
        assertThat(given.stage()).isEqualTo(InboxStage.IN_PROGRESS);
        assertThat(keys(given))
                .contains("D.33.74|open", "D.33.74|open|unit|Dinas Xyzzy", "D.33.74|in_progress|unit|Dinas Xyzzy")
                .doesNotContain("D.33.74|new");
    }

    @Test
    void isInNoListWhileTheDeskIsResponsible() {
        InboxEntry entry = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.returned(),
                events.heldForDesk());
        assertThat(keys(entry)).isEmpty();
        assertThat(InboxWords.of(entry, code -> "")).isEmpty();
    }

    @Test
    void beginsAnewWithAnotherInstitution() {
        InboxEntry entry = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.unitAssigned(),
                events.deadlineMissed(),
                events.returned(),
                events.transferred(),
                events.routed(AMBON));
        assertThat(entry.stage()).isEqualTo(InboxStage.NEW);
        assertThat(entry.times()).isEqualTo(HandlingTimes.NONE);
        assertThat(keys(entry)).allMatch(key -> key.startsWith("D.81.71|")).noneMatch(key -> key.contains("unit"));
        assertThat(fold(entry, events.verified()))
                .as("an act of the former institution")
                .isEqualTo(entry);
    }

    @Test
    void aQuestionStaysOpenUntilTheReplyOrTheLimitOfThePause() {
        InboxEntry asked = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.clarificationAsked(),
                events.followUpPosted());
        assertThat(asked.stage()).isEqualTo(InboxStage.AWAITING_REPORTER);
        assertThat(fold(asked, events.replied()).stage()).isEqualTo(InboxStage.IN_PROGRESS);
        assertThat(fold(asked, events.runsOn()).stage()).isEqualTo(InboxStage.IN_PROGRESS);
    }

    @Test
    void theNextDeadlineIsThatOfAClockThatRuns() {
        InboxEntry entry = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.deadlineSet(SlaClockType.OVERALL, Duration.ofDays(60)),
                events.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(14)));
        assertThat(entry.nextDeadline().map(InboxDeadline::clock)).hasValue(SlaClockType.FOLLOW_UP);

        InboxEntry paused = fold(entry, events.deadlinePaused(SlaClockType.FOLLOW_UP));
        assertThat(paused.nextDeadline().map(InboxDeadline::clock)).hasValue(SlaClockType.OVERALL);

        InboxEntry answered =
                fold(paused, events.deadlineMet(SlaClockType.FOLLOW_UP), events.deadlineMet(SlaClockType.OVERALL));
        assertThat(answered.nextDeadline()).isEmpty();
        assertThat(InboxListKeys.turn(events.id(), answered)).startsWith("9999999999999/");
        assertThat(InboxListKeys.isTurn(InboxListKeys.turn(events.id(), entry))).isTrue();
    }

    @Test
    void anEarlierReadingOfAClockThatComesLaterIsNotTaken() {
        ComplaintEvent set = events.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(14));
        ComplaintEvent met = events.deadlineMet(SlaClockType.FOLLOW_UP);
        InboxEntry entry = fold(InboxEntry.UNKNOWN, events.submitted(), events.routed(SEMARANG), set, met, set);
        assertThat(entry.nextDeadline()).isEmpty();
    }

    @Test
    void whatHasEndedStaysSoUnlessItIsContested() {
        InboxEntry ended = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.resolved(),
                events.closed(ClosureReason.SILENCE),
                events.verified());
        assertThat(ended.stage()).isEqualTo(InboxStage.ENDED);
        assertThat(keys(ended)).containsExactly("D.33.74|ended", "D.33.74|month|2026-03");

        InboxEntry contested = fold(ended, events.contested());
        assertThat(contested.stage()).isEqualTo(InboxStage.IN_PROGRESS);
        assertThat(contested.endedAt()).isEmpty();
        assertThat(contested.times().contested()).isTrue();
    }

    @Test
    void keepsTheBeginningOfALongTextWithoutHalfACharacter() {
        InboxEntry entry = fold(
                InboxEntry.UNKNOWN,
                events.submitted(
                        "", "a" + "😀".repeat(600), id.pintu.events.SubmittedReport.ReportPrivacySettings.OPEN));
        assertThat(entry.report().orElseThrow().text()).hasSize(999).endsWith("😀");
    }

    @Test
    void wordsAreOfTheReportItsPlaceAndItsUnit() {
        InboxEntry entry = fold(InboxEntry.UNKNOWN, events.submitted(), events.routed(SEMARANG), events.unitAssigned());
        assertThat(InboxWords.of(entry, code -> "Kota Semarang"))
                .contains("D.33.74|padam", "D.33.74|dinas", "D.33.74|semarang", "D.33.74|jalan")
                .doesNotHaveDuplicates();
        assertThat(InboxWords.searched("D.33.74", "di PADAM, lampu-jalan"))
                .containsExactly("D.33.74|padam", "D.33.74|lampu", "D.33.74|jalan");
    }

    @Test
    void figuresAreByMonthAndUnit() {
        InboxEntry fast = fold(
                InboxEntry.UNKNOWN,
                events.submitted(),
                events.routed(SEMARANG),
                events.unitAssigned(),
                events.resolved());
        SampleComplaintEvents other = new SampleComplaintEvents("inbox-2");
        InboxEntry late = fold(
                InboxEntry.UNKNOWN,
                other.submitted(),
                other.routed(SEMARANG),
                other.deadlineMissed(),
                other.verified());

        InboxFigures figures = InboxFigures.of(List.of(fast, late, InboxEntry.UNKNOWN));

        WorkFigures total = figures.total();
        assertThat(List.of(total.received(), total.answered(), total.late(), total.open()))
                .containsExactly(2, 1, 1, 1);
        assertThat(total.inTimePercent()).hasValue(50L);
        assertThat(total.acceptance().orElseThrow().median()).isEqualTo(Duration.ofHours(1));
        assertThat(total.acceptance().orElseThrow().p90()).isEqualTo(Duration.ofHours(2));
        assertThat(total.answer().map(InboxFigures.DurationSummary::medianDays)).hasValue(0.1);
        assertThat(figures.months()).containsOnlyKeys(YearMonth.of(2026, 3));
        assertThat(figures.units().keySet()).containsExactly("", "Dinas Xyzzy");
        assertThat(InboxFigures.of(List.of()).total().inTimePercent()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03,2026-03-05,2",
        "2026-03-06,2026-03-09,1",
        "2026-03-17,2026-03-20,2",
        "2026-03-05,2026-03-03,0"
    })
    void countsWorkingDaysWithoutWeekendsAndHolidays(LocalDate after, LocalDate until, int days) {
        assertThat(new WorkingDays(Set.of(LocalDate.of(2026, 3, 19))).between(after, until))
                .isEqualTo(days);
    }

    @Test
    void todayEndsAtMidnightInTheInstitutionsZone() {
        assertThat(InboxListKeys.endOfDay(MORNING, SEMARANG.zone())).isEqualTo("2026-03-03T17:00:00Z");
        assertThat(InboxListKeys.endOfDay(MORNING, AMBON.zone())).isEqualTo("2026-03-03T15:00:00Z");
    }

    private List<String> keys(InboxEntry entry) {
        return InboxListKeys.of(events.id(), entry).stream()
                .filter(key -> !key.contains("|incident|"))
                .toList();
    }

    private InboxEntry fold(InboxEntry before, ComplaintEvent... next) {
        InboxEntry entry = before;
        for (ComplaintEvent event : next) {
            entry = projection.evolve(entry, event);
        }
        return entry;
    }
}
