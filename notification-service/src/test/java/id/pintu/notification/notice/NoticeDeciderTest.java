package id.pintu.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.ComplaintEventFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeDeciderTest {

    private static final ComplaintEventFixture EVENTS = ComplaintEventFixture.of("pothole");
    private static final Map<String, String> INSTITUTION_FACTS = Map.of("institution", "Pemerintah Kota Semarang");

    private final NoticeDecider decider = new NoticeDecider();

    static Stream<Arguments> eventsWithNotice() {
        return Stream.of(
                arguments(
                        EVENTS.held(),
                        NoticeType.HELD_FOR_DESK,
                        Map.of(
                                "why",
                                "Diperiksa Administrator Nasional, karena lebih dari satu instansi mungkin berwenang.",
                                "whyEn",
                                "With the national desk, because more than one institution may be responsible.")),
                arguments(
                        EVENTS.routed(),
                        NoticeType.ROUTED,
                        Map.of(
                                "institution",
                                "Pemerintah Kota Semarang",
                                "why",
                                "Diteruskan ke Pemerintah Kota Semarang, karena isi laporan paling cocok dengan tugasnya.",
                                "whyEn",
                                "Sent to Pemerintah Kota Semarang, because the report fits its duties best.")),
                arguments(
                        EVENTS.asked(),
                        NoticeType.CLARIFICATION_ASKED,
                        with("question", "Di depan pasar yang mana? {{nama}}")),
                arguments(EVENTS.unanswered(), NoticeType.QUESTION_UNANSWERED, with("days", "10")),
                arguments(
                        EVENTS.followedUp(),
                        NoticeType.FOLLOW_UP_POSTED,
                        with("text", "Petugas kami sudah meninjau lokasi.")),
                arguments(
                        EVENTS.resolved(),
                        NoticeType.RESOLVED,
                        with("answer", "Lubang sudah ditambal.\nTerima kasih.")),
                arguments(EVENTS.archived(), NoticeType.ARCHIVED, with("reason", "Laporan terlalu umum.")),
                arguments(EVENTS.missed(SlaClockType.FOLLOW_UP), NoticeType.DEADLINE_MISSED, INSTITUTION_FACTS),
                arguments(EVENTS.missed(SlaClockType.OVERALL), NoticeType.OMBUDSMAN_ASKED, INSTITUTION_FACTS),
                arguments(EVENTS.handedOn(), NoticeType.OMBUDSMAN_HAS_IT, INSTITUTION_FACTS),
                arguments(EVENTS.closed(ClosureReason.SILENCE), NoticeType.CLOSED_SILENT, INSTITUTION_FACTS),
                arguments(EVENTS.closed(ClosureReason.RATED), NoticeType.CLOSED_RATED, INSTITUTION_FACTS));
    }

    static Stream<ComplaintEvent> eventsWithoutNotice() {
        return Stream.of(
                new ComplaintReplied(EVENTS.stamp(ComplaintReplied.class, 20), "Pasar Johar"),
                new ComplaintWithdrawn(EVENTS.stamp(ComplaintWithdrawn.class, 20), "Sudah beres"),
                new ComplaintContested(EVENTS.stamp(ComplaintContested.class, 20), "Masih berlubang"),
                new ComplaintRated(EVENTS.stamp(ComplaintRated.class, 20), 5, ""),
                new OmbudsmanConsentGiven(EVENTS.stamp(OmbudsmanConsentGiven.class, 20)),
                new ComplaintReturned(EVENTS.stamp(ComplaintReturned.class, 20), "D.33.74", "Bukan wewenang"),
                new ComplaintTransferred(EVENTS.stamp(ComplaintTransferred.class, 20), "D.33.74", "D.33"),
                new ComplaintVerified(EVENTS.stamp(ComplaintVerified.class, 20), "D.33.74"),
                new UnitAssigned(EVENTS.stamp(UnitAssigned.class, 20), "D.33.74", "Dinas PU"),
                EVENTS.missed(SlaClockType.REPORTER_SILENCE),
                EVENTS.deadlineSet(),
                new DeadlineNeared(
                        EVENTS.stamp(DeadlineNeared.class, 20), SlaClockType.FOLLOW_UP, ComplaintEventFixture.START, 1),
                new DeadlineMet(EVENTS.stamp(DeadlineMet.class, 20), SlaClockType.FOLLOW_UP),
                new DeadlinePaused(EVENTS.stamp(DeadlinePaused.class, 20), SlaClockType.FOLLOW_UP),
                new UnrecognisedEvent(EVENTS.stamp(UnrecognisedEvent.class, 20), "unknown-type", "{}"));
    }

    @Test
    void addsANoticeOfTheSubmission() {
        NoticeState state = folded(EVENTS.submitted(ContactChannel.SMS));
        assertThat(state.context().reachableBy()).isEqualTo(ContactChannel.SMS);
        assertThat(state.pending())
                .containsExactly(new PendingNotice(
                        EVENTS.submitted(ContactChannel.SMS).id(),
                        EVENTS.id(),
                        EVENTS.id(),
                        NoticeType.SUBMITTED,
                        Map.of(),
                        ComplaintEventFixture.START));
    }

    @ParameterizedTest
    @MethodSource("eventsWithNotice")
    void addsANoticeOfEachStep(ComplaintEvent event, NoticeType type, Map<String, String> facts) {
        NoticeState before = folded(EVENTS.submitted(ContactChannel.EMAIL), EVENTS.routed());
        assertThat(decider.consumes(event.getClass())).isTrue();
        assertThat(decider.evolve(before, event).pending().getLast())
                .isEqualTo(new PendingNotice(event.id(), EVENTS.id(), EVENTS.id(), type, facts, event.at()));
    }

    @ParameterizedTest
    @MethodSource("eventsWithNotice")
    void keepsOnlyTheLatestNoticeForAReporterWithoutContact(ComplaintEvent event) {
        assertThat(folded(EVENTS.submitted(ContactChannel.NONE), EVENTS.held(), event)
                        .pending())
                .singleElement()
                .satisfies(notice -> assertThat(notice.about()).isEqualTo(event.id()));
    }

    @ParameterizedTest
    @MethodSource("eventsWithoutNotice")
    void addsNoNoticeOfOtherEvents(ComplaintEvent event) {
        NoticeState before = folded(EVENTS.submitted(ContactChannel.EMAIL), EVENTS.routed());
        assertThat(decider.evolve(before, event)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("eventsWithNotice")
    void emitsNoEvents(ComplaintEvent event) {
        assertThat(decider.react(folded(EVENTS.submitted(ContactChannel.EMAIL)), event, ComplaintEventFixture.START))
                .isEmpty();
    }

    @Test
    void namesNoInstitutionForADeadlineMissedByTheDesk() {
        NoticeState state = folded(
                EVENTS.submitted(ContactChannel.EMAIL),
                EVENTS.routed(),
                EVENTS.held(),
                EVENTS.missed(SlaClockType.DESK_VERIFICATION));
        assertThat(state.pending().getLast().facts()).isEmpty();
    }

    @Test
    void namesAnInstitutionByItsCodeBeforeARouting() {
        assertThat(folded(EVENTS.submitted(ContactChannel.EMAIL), EVENTS.resolved())
                        .pending()
                        .getLast()
                        .facts())
                .containsEntry("institution", "D.33.74");
    }

    @Test
    void aDeliveredOrAbandonedNoticeIsNoLongerPending() {
        NoticeState state = folded(
                EVENTS.submitted(ContactChannel.EMAIL),
                EVENTS.held(),
                EVENTS.routed(),
                notified(EVENTS.submitted(ContactChannel.EMAIL)),
                abandoned(EVENTS.routed()));
        assertThat(state.pending()).extracting(PendingNotice::type).containsExactly(NoticeType.HELD_FOR_DESK);
    }

    /** After a restart the outcome of a notice may be consumed before the event the notice is about. */
    @Test
    void aNoticeConcludedBeforeItsEventIsNotAdded() {
        NoticeState state = folded(EVENTS.submitted(ContactChannel.EMAIL), notified(EVENTS.routed()), EVENTS.routed());
        assertThat(state.pending()).extracting(PendingNotice::type).containsExactly(NoticeType.SUBMITTED);
    }

    @Property(tries = 200)
    void notificationEventsCommuteWithAllOthers(@ForAll long seed) {
        List<ComplaintEvent> events = List.of(
                EVENTS.submitted(ContactChannel.EMAIL),
                EVENTS.held(),
                EVENTS.routed(),
                EVENTS.asked(),
                EVENTS.resolved(),
                EVENTS.closed(ClosureReason.SILENCE));
        List<ComplaintEvent> notifications =
                events.stream().map(NoticeDeciderTest::notified).toList();
        List<ComplaintEvent> inOrder = new ArrayList<>(events);
        inOrder.addAll(notifications);
        assertThat(folded(interleaved(events, notifications, new Random(seed)))).isEqualTo(folded(inOrder));
    }

    @Test
    void theStateSurvivesJsonSerialization() {
        NoticeState state = folded(
                EVENTS.submitted(ContactChannel.EMAIL), EVENTS.routed(), notified(EVENTS.routed()), EVENTS.asked());
        assertThat(WireJsonMapper.MAPPER.readValue(WireJsonMapper.MAPPER.writeValueAsBytes(state), NoticeState.class))
                .isEqualTo(state);
    }

    @Test
    void toStringContainsNoQuotedText() {
        assertThat(folded(EVENTS.submitted(ContactChannel.EMAIL), EVENTS.asked())
                        .toString())
                .doesNotContain("pasar");
    }

    private NoticeState folded(ComplaintEvent... events) {
        return folded(List.of(events));
    }

    private NoticeState folded(List<ComplaintEvent> events) {
        NoticeState state = decider.initial();
        for (ComplaintEvent event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private static List<ComplaintEvent> interleaved(
            List<ComplaintEvent> events, List<ComplaintEvent> notifications, Random random) {
        List<ComplaintEvent> shuffled = new ArrayList<>(notifications);
        Collections.shuffle(shuffled, random);
        List<ComplaintEvent> all = new ArrayList<>(events);
        shuffled.forEach(notification -> all.add(random.nextInt(all.size() + 1), notification));
        return all;
    }

    private static ComplaintEvent notified(ComplaintEvent event) {
        return new ReporterNotified(
                EventMetadata.causedBy(event, ReporterNotified.class, ComplaintEventFixture.START),
                event.id(),
                ContactChannel.EMAIL);
    }

    private static ComplaintEvent abandoned(ComplaintEvent event) {
        return new NotificationAbandoned(
                EventMetadata.causedBy(event, NotificationAbandoned.class, ComplaintEventFixture.START),
                event.id(),
                ContactChannel.EMAIL,
                "smtp-550");
    }

    private static Map<String, String> with(String name, String fact) {
        return Map.of(name, fact, "institution", "Pemerintah Kota Semarang");
    }
}
