package id.pintu.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
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
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.events.Unrecognised;
import id.pintu.events.WireJson;
import id.pintu.notification.Steps;
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

class NoticeRulesTest {

    private static final Steps STEPS = Steps.of("pothole");
    private static final Map<String, String> BY_SEMARANG = Map.of("institution", "Pemerintah Kota Semarang");

    private final NoticeRules rules = new NoticeRules();

    static Stream<Arguments> told() {
        return Stream.of(
                arguments(
                        STEPS.held(),
                        Step.HELD_FOR_DESK,
                        Map.of(
                                "why",
                                "Diperiksa Administrator Nasional, karena lebih dari satu instansi mungkin berwenang.",
                                "whyEn",
                                "With the national desk, because more than one institution may be responsible.")),
                arguments(
                        STEPS.routed(),
                        Step.ROUTED,
                        Map.of(
                                "institution",
                                "Pemerintah Kota Semarang",
                                "why",
                                "Diteruskan ke Pemerintah Kota Semarang, karena isi laporan paling cocok dengan tugasnya.",
                                "whyEn",
                                "Sent to Pemerintah Kota Semarang, because the report fits its duties best.")),
                arguments(
                        STEPS.asked(),
                        Step.CLARIFICATION_ASKED,
                        with("question", "Di depan pasar yang mana? {{nama}}")),
                arguments(
                        STEPS.followedUp(), Step.FOLLOW_UP_POSTED, with("text", "Petugas kami sudah meninjau lokasi.")),
                arguments(STEPS.resolved(), Step.RESOLVED, with("answer", "Lubang sudah ditambal.\nTerima kasih.")),
                arguments(STEPS.archived(), Step.ARCHIVED, with("reason", "Laporan terlalu umum.")),
                arguments(STEPS.missed(Clock.FOLLOW_UP), Step.DEADLINE_MISSED, BY_SEMARANG),
                arguments(STEPS.missed(Clock.OVERALL), Step.OMBUDSMAN_ASKED, BY_SEMARANG),
                arguments(STEPS.handedOn(), Step.OMBUDSMAN_HAS_IT, BY_SEMARANG),
                arguments(STEPS.closed(Outcome.SILENCE), Step.CLOSED, BY_SEMARANG),
                arguments(STEPS.closed(Outcome.RATED), Step.CLOSED, with("rated", "rated")));
    }

    static Stream<ComplaintEvent> untold() {
        return Stream.of(
                new ComplaintReplied(STEPS.stamp(ComplaintReplied.class, 20), "Pasar Johar"),
                new ComplaintWithdrawn(STEPS.stamp(ComplaintWithdrawn.class, 20), "Sudah beres"),
                new ComplaintContested(STEPS.stamp(ComplaintContested.class, 20), "Masih berlubang"),
                new ComplaintRated(STEPS.stamp(ComplaintRated.class, 20), 5, ""),
                new OmbudsmanConsentGiven(STEPS.stamp(OmbudsmanConsentGiven.class, 20)),
                new ComplaintReturned(STEPS.stamp(ComplaintReturned.class, 20), "D.33.74", "Bukan wewenang"),
                new ComplaintTransferred(STEPS.stamp(ComplaintTransferred.class, 20), "D.33.74", "D.33"),
                new ComplaintVerified(STEPS.stamp(ComplaintVerified.class, 20), "D.33.74"),
                new UnitAssigned(STEPS.stamp(UnitAssigned.class, 20), "D.33.74", "Dinas PU"),
                STEPS.missed(Clock.REPORTER_SILENCE),
                new DeadlineSet(STEPS.stamp(DeadlineSet.class, 20), Clock.FOLLOW_UP, "p", Steps.START, Steps.START),
                new DeadlineNeared(STEPS.stamp(DeadlineNeared.class, 20), Clock.FOLLOW_UP, Steps.START),
                new DeadlineMet(STEPS.stamp(DeadlineMet.class, 20), Clock.FOLLOW_UP),
                new DeadlinePaused(STEPS.stamp(DeadlinePaused.class, 20), Clock.FOLLOW_UP),
                new Unrecognised(STEPS.stamp(Unrecognised.class, 20), "complaint-sung", "{}"));
    }

    @Test
    void tellsOfTheReportItself() {
        Notices state = folded(STEPS.submitted(ContactChannel.SMS));
        assertThat(state.reachableBy()).isEqualTo(ContactChannel.SMS);
        assertThat(state.open())
                .containsExactly(new Notice(
                        STEPS.submitted(ContactChannel.SMS).id(),
                        STEPS.id(),
                        STEPS.id(),
                        Step.SUBMITTED,
                        Map.of(),
                        Steps.START));
    }

    @ParameterizedTest
    @MethodSource("told")
    void tellsOfEachStep(ComplaintEvent event, Step step, Map<String, String> facts) {
        Notices before = folded(STEPS.submitted(ContactChannel.EMAIL), STEPS.routed());
        assertThat(rules.hears(event.getClass())).isTrue();
        assertThat(rules.evolve(before, event).open().getLast())
                .isEqualTo(new Notice(event.id(), STEPS.id(), STEPS.id(), step, facts, event.at()));
    }

    @ParameterizedTest
    @MethodSource("told")
    void owesNothingToWhoLeftNoContact(ComplaintEvent event) {
        assertThat(folded(STEPS.submitted(ContactChannel.NONE), event).open()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("untold")
    void doesNotTellOfAnythingElse(ComplaintEvent event) {
        Notices before = folded(STEPS.submitted(ContactChannel.EMAIL), STEPS.routed());
        assertThat(rules.evolve(before, event)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("told")
    void saysNothingItself(ComplaintEvent event) {
        assertThat(rules.react(folded(STEPS.submitted(ContactChannel.EMAIL)), event, Steps.START))
                .isEmpty();
    }

    @Test
    void theDeskIsBlamedWhileItHasTheComplaint() {
        Notices state = folded(
                STEPS.submitted(ContactChannel.EMAIL),
                STEPS.routed(),
                STEPS.held(),
                STEPS.missed(Clock.DESK_VERIFICATION));
        assertThat(state.open().getLast().facts()).isEmpty();
    }

    @Test
    void anInstitutionNobodyNamedGoesByItsCode() {
        assertThat(folded(STEPS.submitted(ContactChannel.EMAIL), STEPS.resolved())
                        .open()
                        .getLast()
                        .facts())
                .containsEntry("institution", "D.33.74");
    }

    @Test
    void whatWasToldOrGivenUpIsNoLongerOpen() {
        Notices state = folded(
                STEPS.submitted(ContactChannel.EMAIL),
                STEPS.held(),
                STEPS.routed(),
                notified(STEPS.submitted(ContactChannel.EMAIL)),
                abandoned(STEPS.routed()));
        assertThat(state.open()).extracting(Notice::step).containsExactly(Step.HELD_FOR_DESK);
    }

    /** After a restart the ledger may hold word of a notice whose event is heard only now. */
    @Test
    void whatTheLedgerKnowsWasToldIsNotOwedAgain() {
        Notices state = folded(STEPS.submitted(ContactChannel.EMAIL), notified(STEPS.routed()), STEPS.routed());
        assertThat(state.open()).extracting(Notice::step).containsExactly(Step.SUBMITTED);
    }

    @Property(tries = 200)
    void ownWordsCommuteWithEverythingElse(@ForAll long seed) {
        List<ComplaintEvent> events = List.of(
                STEPS.submitted(ContactChannel.EMAIL),
                STEPS.held(),
                STEPS.routed(),
                STEPS.asked(),
                STEPS.resolved(),
                STEPS.closed(Outcome.SILENCE));
        List<ComplaintEvent> words =
                events.stream().map(NoticeRulesTest::notified).toList();
        List<ComplaintEvent> inOrder = new ArrayList<>(events);
        inOrder.addAll(words);
        assertThat(folded(interleaved(events, words, new Random(seed)))).isEqualTo(folded(inOrder));
    }

    @Test
    void theStateSurvivesTheCasebook() {
        Notices state =
                folded(STEPS.submitted(ContactChannel.EMAIL), STEPS.routed(), notified(STEPS.routed()), STEPS.asked());
        assertThat(WireJson.MAPPER.readValue(WireJson.MAPPER.writeValueAsBytes(state), Notices.class))
                .isEqualTo(state);
    }

    @Test
    void aNoticeNeverQuotesAnybodyInALogLine() {
        assertThat(folded(STEPS.submitted(ContactChannel.EMAIL), STEPS.asked()).toString())
                .doesNotContain("pasar");
    }

    private Notices folded(ComplaintEvent... events) {
        return folded(List.of(events));
    }

    private Notices folded(List<ComplaintEvent> events) {
        Notices state = rules.initial();
        for (ComplaintEvent event : events) {
            state = rules.evolve(state, event);
        }
        return state;
    }

    private static List<ComplaintEvent> interleaved(
            List<ComplaintEvent> events, List<ComplaintEvent> words, Random random) {
        List<ComplaintEvent> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        List<ComplaintEvent> all = new ArrayList<>(events);
        shuffled.forEach(word -> all.add(random.nextInt(all.size() + 1), word));
        return all;
    }

    private static ComplaintEvent notified(ComplaintEvent event) {
        return new ReporterNotified(
                Stamp.after(event, ReporterNotified.class, Steps.START), event.id(), ContactChannel.EMAIL);
    }

    private static ComplaintEvent abandoned(ComplaintEvent event) {
        return new NotificationAbandoned(
                Stamp.after(event, NotificationAbandoned.class, Steps.START),
                event.id(),
                ContactChannel.EMAIL,
                "smtp-550");
    }

    private static Map<String, String> with(String name, String fact) {
        return Map.of(name, fact, "institution", "Pemerintah Kota Semarang");
    }
}
