package id.pintu.portal.tracking;

import static id.pintu.portal.SampleComplaint.AMBON;
import static id.pintu.portal.SampleComplaint.MORNING;
import static id.pintu.portal.SampleComplaint.SEMARANG;
import static id.pintu.portal.SampleComplaint.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventJson;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.events.Unrecognised;
import id.pintu.events.WireJson;
import id.pintu.house.telling.Words;
import id.pintu.portal.SampleComplaint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrackingDeciderTest {

    private final SampleComplaint lamp = new SampleComplaint("lamp");
    private final TrackingDecider decider = new TrackingDecider();

    @ParameterizedTest
    @MethodSource
    void tellsEachStep(List<ComplaintEvent> before, ComplaintEvent event, Status status, String words, String english) {
        Tracking tracking = fold(fold(before), event);

        assertThat(tracking.status()).isEqualTo(status);
        Entry told = tracking.timeline().getLast();
        assertThat(told.event()).isEqualTo(event.id());
        assertThat(told.at()).isEqualTo(event.at());
        assertThat(told.step()).isEqualTo(EventJson.wireName(event));
        assertThat(told.words()).isEqualTo(new Words(words, english));
    }

    static Stream<Arguments> tellsEachStep() {
        SampleComplaint c = new SampleComplaint("steps");
        List<ComplaintEvent> submitted = List.of(c.submitted());
        List<ComplaintEvent> routed = List.of(submitted.getFirst(), c.routed(SEMARANG));
        List<ComplaintEvent> resolved = List.of(submitted.getFirst(), routed.getLast(), c.resolved());
        return Stream.of(
                arguments(List.of(), submitted.getFirst(), Status.RECEIVED, "Laporan diterima", "Report received"),
                arguments(
                        submitted,
                        c.heldForDesk(),
                        Status.AWAITING_DESK,
                        "Diperiksa administrator nasional untuk menentukan instansi yang berwenang",
                        "With the national desk, which decides who is responsible"),
                arguments(
                        submitted,
                        c.routed(AMBON),
                        Status.ASSIGNED,
                        "Terdisposisi ke Pemerintah Kota Ambon",
                        "Assigned to Pemerintah Kota Ambon"),
                arguments(
                        submitted,
                        c.archived(),
                        Status.ARCHIVED,
                        "Diarsipkan oleh administrator nasional",
                        "Archived by the national desk"),
                arguments(
                        submitted,
                        c.withdrawn(),
                        Status.WITHDRAWN,
                        "Laporan dicabut oleh Pelapor",
                        "Withdrawn by the reporter"),
                arguments(
                        routed,
                        c.returned(),
                        Status.ASSIGNED,
                        "Pemerintah Kota Semarang menyatakan bukan wewenangnya",
                        "Pemerintah Kota Semarang says it is not the one responsible"),
                arguments(
                        routed,
                        c.transferred(),
                        Status.ASSIGNED,
                        "Dialihkan dari Pemerintah Kota Semarang ke instansi lain",
                        "Transferred from Pemerintah Kota Semarang to another institution"),
                arguments(
                        routed,
                        c.verified(),
                        Status.VERIFIED,
                        "Terverifikasi oleh Pemerintah Kota Semarang",
                        "Verified by Pemerintah Kota Semarang"),
                arguments(
                        routed,
                        c.unitAssigned(),
                        Status.ASSIGNED,
                        "Pemerintah Kota Semarang meneruskan ke unit kerjanya",
                        "Pemerintah Kota Semarang passed it to one of its units"),
                arguments(
                        routed,
                        c.clarificationAsked(),
                        Status.AWAITING_REPORTER,
                        "Pemerintah Kota Semarang meminta keterangan Pelapor",
                        "Pemerintah Kota Semarang asks the reporter"),
                arguments(
                        routed,
                        c.followUpPosted(),
                        Status.FOLLOWED_UP,
                        "Ditindaklanjuti oleh Pemerintah Kota Semarang",
                        "Followed up by Pemerintah Kota Semarang"),
                arguments(routed, c.replied(), Status.ASSIGNED, "Ditanggapi oleh Pelapor", "Answered by the reporter"),
                arguments(
                        routed,
                        c.resolved(),
                        Status.RESOLVED,
                        "Dijawab oleh Pemerintah Kota Semarang",
                        "Resolved by Pemerintah Kota Semarang"),
                arguments(
                        routed,
                        c.deadlineMissed(),
                        Status.ASSIGNED,
                        "Batas waktu tindak lanjut instansi terlewati (eskalasi tingkat 1)",
                        "Deadline missed: follow-up by the institution (escalation level 1)"),
                arguments(
                        routed,
                        new SlaEvent.DeadlineMissed(
                                Stamp.of(
                                        c.id(),
                                        submitted.getFirst().id(),
                                        SlaEvent.DeadlineMissed.class,
                                        3,
                                        MORNING.plus(Duration.ofDays(90))),
                                SlaEvent.Clock.OVERALL,
                                Instant.parse("2026-06-12T09:30:00Z"),
                                3,
                                "ombudsman",
                                Optional.of(true)),
                        Status.ASSIGNED,
                        "Diteruskan ke Ombudsman dengan persetujuan Pelapor",
                        "Handed on to the Ombudsman with the reporter's consent"),
                arguments(resolved, c.replied(), Status.REPLIED, "Ditanggapi oleh Pelapor", "Answered by the reporter"),
                arguments(
                        resolved,
                        c.contested(),
                        Status.CONTESTED,
                        "Pelapor belum menerima jawaban",
                        "Answer contested by the reporter"),
                arguments(
                        resolved,
                        c.rated(4),
                        Status.CLOSED,
                        "Pelapor menilai jawaban: 4 dari 5",
                        "Answer rated by the reporter: 4 of 5"),
                arguments(
                        resolved,
                        c.closed(Outcome.SILENCE),
                        Status.CLOSED,
                        "Selesai otomatis: tidak ada tanggapan Pelapor",
                        "Closed: the reporter stayed silent after the answer"),
                arguments(
                        resolved,
                        c.closed(Outcome.RATED),
                        Status.CLOSED,
                        "Selesai: Pelapor telah menilai jawaban",
                        "Closed: the reporter rated the answer"));
    }

    @Test
    void hearsWhatChangesWhatItTellsAndNothingElse() {
        Map<Class<?>, ComplaintEvent> samples = Stream.concat(
                        lamp.wholeLife(lamp.submitted()).stream(),
                        Stream.of(
                                lamp.withdrawn(),
                                lamp.archived(),
                                lamp.split(),
                                lamp.partOpened(),
                                lamp.ruled(),
                                lamp.repeat(),
                                lamp.deadlineNeared(),
                                new RoutingEvent.ComplaintReclassified(
                                        stamp(RoutingEvent.ComplaintReclassified.class),
                                        ComplaintKind.ASPIRATION,
                                        "usul"),
                                moved(),
                                new IntakeEvent.OmbudsmanConsentGiven(stamp(IntakeEvent.OmbudsmanConsentGiven.class)),
                                new ReporterNotified(
                                        stamp(ReporterNotified.class),
                                        lamp.submitted().id(),
                                        ContactChannel.SMS),
                                new NotificationAbandoned(
                                        stamp(NotificationAbandoned.class),
                                        lamp.submitted().id(),
                                        ContactChannel.SMS,
                                        "gone"),
                                new Unrecognised(stamp(ReporterNotified.class), "complaint-sung", "{}")))
                .collect(Collectors.toMap(Object::getClass, event -> event, (one, other) -> other));
        assertThat(samples.keySet()).containsAll(EventJson.types().values());

        samples.values()
                .forEach(event -> assertThat(!fold(fold(List.of()), event).equals(fold(List.of())))
                        .as(EventJson.wireName(event))
                        .isEqualTo(decider.hears(event.getClass())));
    }

    private SlaEvent.DeadlineMoved moved() {
        Instant due = Instant.parse("2026-06-12T09:30:00Z");
        return new SlaEvent.DeadlineMoved(
                stamp(SlaEvent.DeadlineMoved.class),
                SlaEvent.Clock.FOLLOW_UP,
                due,
                due,
                due,
                new SlaEvent.Basis(
                        "D.33.74",
                        ZoneId.of("Asia/Jakarta"),
                        1,
                        due,
                        14,
                        SlaEvent.Unit.WORKING_DAYS,
                        List.of(),
                        1,
                        false),
                "SKB");
    }

    @Test
    void saysNothing() {
        lamp.wholeLife(lamp.submitted())
                .forEach(event -> assertThat(decider.react(fold(List.of(event)), event, MORNING))
                        .isEmpty());
    }

    @Test
    void showsWhatPeopleWroteAboutAnOpenReport() {
        Tracking tracking = fold(lamp.wholeLife(lamp.submitted()));

        assertThat(tracking.report().orElseThrow().text()).contains(WRITTEN);
        assertThat(tracking.timeline().stream().flatMap(entry -> entry.quote().stream()))
                .hasSize(12)
                .allMatch(quote -> quote.contains(WRITTEN));
    }

    @Test
    void remembersNothingAnybodyWroteAboutAConfidentialReport() {
        Tracking open = fold(lamp.wholeLife(lamp.submitted()));
        Tracking confidential = fold(lamp.wholeLife(lamp.confidential()));

        assertThat(json(open)).contains(WRITTEN);
        assertThat(json(confidential)).doesNotContain(WRITTEN).contains(SEMARANG.name());
        assertThat(confidential.timeline()).hasSameSizeAs(open.timeline());
        assertThat(confidential.status()).isEqualTo(open.status());
    }

    @Test
    void quotesNobodyWhileItDoesNotKnowWhetherTheReportIsPublic() {
        assertThat(json(fold(List.of(lamp.replied(), lamp.submitted())))).doesNotContain("di depan sekolah");
    }

    @Test
    void theNationalDeskIsResponsibleUntilAnInstitutionIs() {
        assertThat(fold(List.of(lamp.submitted())).responsible()).isEqualTo(Tracking.NATIONAL_DESK);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG))).responsible())
                .isEqualTo(SEMARANG);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.returned(), lamp.heldForDesk()))
                        .responsible())
                .isEqualTo(Tracking.NATIONAL_DESK);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.transferred(), lamp.routed(AMBON)))
                        .responsible())
                .isEqualTo(AMBON);
    }

    @Test
    void showsTheEarliestDeadlineThatRuns() {
        var verification = lamp.deadlineSet(Clock.INSTITUTION_VERIFICATION, Duration.ofDays(3));
        var followUp = lamp.deadlineSet(Clock.FOLLOW_UP, Duration.ofDays(14));
        Tracking both = fold(List.of(lamp.submitted(), followUp, verification));

        assertThat(both.deadline()).contains(new Deadline(Clock.INSTITUTION_VERIFICATION, verification.dueAt()));
        Tracking verified = fold(both, lamp.deadlineMet(Clock.INSTITUTION_VERIFICATION));
        assertThat(verified.deadline()).contains(new Deadline(Clock.FOLLOW_UP, followUp.dueAt()));
        Tracking resting = fold(verified, lamp.deadlinePaused(Clock.FOLLOW_UP));
        assertThat(resting.deadline()).isEmpty();
        var goingOn = lamp.deadlineSet(Clock.FOLLOW_UP, Duration.ofDays(10));
        assertThat(fold(resting, goingOn).deadline()).contains(new Deadline(Clock.FOLLOW_UP, goingOn.dueAt()));
    }

    @Test
    void whatHasEndedHasNoDeadline() {
        assertThat(fold(List.of(
                                lamp.submitted(),
                                lamp.deadlineSet(Clock.DESK_VERIFICATION, Duration.ofDays(3)),
                                lamp.withdrawn()))
                        .deadline())
                .isEmpty();
    }

    @Test
    void lateWordsDoNotReopenWhatHasEnded() {
        assertThat(fold(List.of(lamp.submitted(), lamp.withdrawn(), lamp.routed(SEMARANG)))
                        .status())
                .isEqualTo(Status.WITHDRAWN);
        Tracking closed =
                fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.resolved(), lamp.closed(Outcome.SILENCE)));
        assertThat(fold(closed, lamp.followUpPosted()).status()).isEqualTo(Status.CLOSED);
        assertThat(fold(closed, lamp.contested()).status()).isEqualTo(Status.CONTESTED);
    }

    @Test
    void aWayThatEndedEarlySkipsTheStationsItNeverCameTo() {
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.withdrawn()))
                        .way())
                .containsExactly(Stage.RECEIVED, Stage.ASSIGNED, Stage.CLOSED);
        assertThat(fold(List.of(lamp.submitted())).way()).containsExactly(Stage.values());
    }

    @Test
    void theReportComesFirstEvenWhenAnotherMachinesClockIsBehind() {
        SampleComplaint early = new SampleComplaint("lamp");
        var routed = early.routed(SEMARANG);
        var submitted = early.submitted();

        assertThat(submitted.at()).isAfter(routed.at());
        assertThat(fold(List.of(submitted, routed)).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void isTheSameAfterBeingStored() {
        Tracking tracking = fold(lamp.wholeLife(lamp.submitted(Report.Privacy.OPEN)));

        assertThat(WireJson.MAPPER.readValue(json(tracking), Tracking.class)).isEqualTo(tracking);
    }

    private Tracking fold(List<? extends ComplaintEvent> events) {
        Tracking tracking = decider.initial();
        for (ComplaintEvent event : events) {
            tracking = decider.evolve(tracking, event);
        }
        return tracking;
    }

    private Tracking fold(Tracking tracking, ComplaintEvent next) {
        return decider.evolve(tracking, next);
    }

    private Stamp stamp(Class<? extends ComplaintEvent> type) {
        return Stamp.after(lamp.submitted(), type, MORNING);
    }

    private static String json(Tracking tracking) {
        return WireJson.MAPPER.writeValueAsString(tracking);
    }
}
