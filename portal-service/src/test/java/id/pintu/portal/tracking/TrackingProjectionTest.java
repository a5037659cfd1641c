package id.pintu.portal.tracking;

import static id.pintu.portal.SampleComplaintEvents.AMBON;
import static id.pintu.portal.SampleComplaintEvents.MORNING;
import static id.pintu.portal.SampleComplaintEvents.SEMARANG;
import static id.pintu.portal.SampleComplaintEvents.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.events.WireJsonMapper;
import id.pintu.portal.SampleComplaintEvents;
import id.pintu.support.explanations.BilingualText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the {@link TrackingProjection}. */
class TrackingProjectionTest {

    private final SampleComplaintEvents lamp = new SampleComplaintEvents("lamp");
    private final TrackingProjection projection = new TrackingProjection();

    @ParameterizedTest
    @MethodSource
    void addsATimelineEntryForEachEvent(
            List<ComplaintEvent> before,
            ComplaintEvent event,
            ComplaintStatus status,
            String indonesian,
            String english) {
        TrackingReadModel tracking = fold(fold(before), event);

        assertThat(tracking.status()).isEqualTo(status);
        TimelineEntry entry = timeline(
                        Stream.concat(before.stream(), Stream.of(event)).toList())
                .getLast();
        assertThat(entry.event()).isEqualTo(event.id());
        assertThat(entry.at()).isEqualTo(event.at());
        assertThat(entry.eventType()).isEqualTo(EventJsonCodec.wireName(event));
        assertThat(entry.description().label()).isEqualTo(new BilingualText(indonesian, english));
    }

    static Stream<Arguments> addsATimelineEntryForEachEvent() {
        SampleComplaintEvents c = new SampleComplaintEvents("steps");
        List<ComplaintEvent> submitted = List.of(c.submitted());
        List<ComplaintEvent> routed = List.of(submitted.getFirst(), c.routed(SEMARANG));
        List<ComplaintEvent> resolved = List.of(submitted.getFirst(), routed.getLast(), c.resolved());
        return Stream.of(
                arguments(
                        List.of(),
                        submitted.getFirst(),
                        ComplaintStatus.RECEIVED,
                        "Laporan diterima",
                        "Report received"),
                arguments(
                        submitted,
                        c.heldForDesk(),
                        ComplaintStatus.AWAITING_DESK,
                        "Diperiksa administrator nasional untuk menentukan instansi yang berwenang",
                        "With the national desk, which decides who is responsible"),
                arguments(
                        submitted,
                        c.routed(AMBON),
                        ComplaintStatus.ASSIGNED,
                        "Terdisposisi ke Pemerintah Kota Ambon",
                        "Assigned to Pemerintah Kota Ambon"),
                arguments(
                        submitted,
                        c.archived(),
                        ComplaintStatus.ARCHIVED,
                        "Diarsipkan oleh administrator nasional",
                        "Archived by the national desk"),
                arguments(
                        submitted,
                        c.withdrawn(),
                        ComplaintStatus.WITHDRAWN,
                        "Laporan dicabut oleh Pelapor",
                        "Withdrawn by the reporter"),
                arguments(
                        routed,
                        c.returned(),
                        ComplaintStatus.ASSIGNED,
                        "Pemerintah Kota Semarang menyatakan bukan wewenangnya",
                        "Pemerintah Kota Semarang says it is not the one responsible"),
                arguments(
                        routed,
                        c.transferred(),
                        ComplaintStatus.ASSIGNED,
                        "Dialihkan dari Pemerintah Kota Semarang ke instansi lain",
                        "Transferred from Pemerintah Kota Semarang to another institution"),
                arguments(
                        routed,
                        c.verified(),
                        ComplaintStatus.VERIFIED,
                        "Terverifikasi oleh Pemerintah Kota Semarang",
                        "Verified by Pemerintah Kota Semarang"),
                arguments(
                        routed,
                        c.unitAssigned(),
                        ComplaintStatus.ASSIGNED,
                        "Pemerintah Kota Semarang meneruskan ke unit kerjanya",
                        "Pemerintah Kota Semarang passed it to one of its units"),
                arguments(
                        routed,
                        c.clarificationAsked(),
                        ComplaintStatus.AWAITING_REPORTER,
                        "Pemerintah Kota Semarang meminta keterangan Pelapor",
                        "Pemerintah Kota Semarang asks the reporter"),
                arguments(
                        routed,
                        c.followUpPosted(),
                        ComplaintStatus.FOLLOWED_UP,
                        "Ditindaklanjuti oleh Pemerintah Kota Semarang",
                        "Followed up by Pemerintah Kota Semarang"),
                arguments(
                        routed,
                        c.replied(),
                        ComplaintStatus.ASSIGNED,
                        "Ditanggapi oleh Pelapor",
                        "Answered by the reporter"),
                arguments(
                        routed,
                        c.resolved(),
                        ComplaintStatus.RESOLVED,
                        "Dijawab oleh Pemerintah Kota Semarang",
                        "Resolved by Pemerintah Kota Semarang"),
                arguments(
                        routed,
                        c.runsOn(),
                        ComplaintStatus.ASSIGNED,
                        "Pertanyaan belum dijawab selama 10 hari kerja: batas waktu tindak lanjut berjalan lagi",
                        "No reply for 10 working days: the time limit for the follow-up runs on"),
                arguments(
                        routed,
                        c.deadlineMissed(),
                        ComplaintStatus.ASSIGNED,
                        "Batas waktu tindak lanjut instansi terlewati (eskalasi tingkat 1)",
                        "Deadline missed: follow-up by the institution (escalation level 1)"),
                arguments(
                        routed,
                        new SlaEvent.DeadlineMissed(
                                EventMetadata.of(
                                        c.id(),
                                        submitted.getFirst().id(),
                                        SlaEvent.DeadlineMissed.class,
                                        3,
                                        MORNING.plus(Duration.ofDays(90))),
                                SlaEvent.SlaClockType.OVERALL,
                                Instant.parse("2026-06-12T09:30:00Z"),
                                3,
                                "ombudsman",
                                true),
                        ComplaintStatus.ASSIGNED,
                        "Diteruskan ke Ombudsman dengan persetujuan Pelapor",
                        "Handed on to the Ombudsman with the reporter's consent"),
                arguments(
                        resolved,
                        c.replied(),
                        ComplaintStatus.REPLIED,
                        "Ditanggapi oleh Pelapor",
                        "Answered by the reporter"),
                arguments(
                        resolved,
                        c.contested(),
                        ComplaintStatus.CONTESTED,
                        "Pelapor belum menerima jawaban",
                        "Answer contested by the reporter"),
                arguments(
                        resolved,
                        c.rated(4),
                        ComplaintStatus.CLOSED,
                        "Pelapor menilai jawaban: 4 dari 5",
                        "Answer rated by the reporter: 4 of 5"),
                arguments(
                        resolved,
                        c.closed(ClosureReason.SILENCE),
                        ComplaintStatus.CLOSED,
                        "Selesai otomatis: tidak ada tanggapan Pelapor",
                        "Closed: the reporter stayed silent after the answer"),
                arguments(
                        resolved,
                        c.closed(ClosureReason.RATED),
                        ComplaintStatus.CLOSED,
                        "Selesai: Pelapor telah menilai jawaban",
                        "Closed: the reporter rated the answer"));
    }

    @Test
    void consumesExactlyTheEventTypesThatChangeTheReadModel() {
        Map<Class<?>, ComplaintEvent> samples = Stream.concat(
                        lamp.fullHistory(lamp.submitted()).stream(),
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
                                new HandlingEvent.OfficerAssigned(
                                        stamp(HandlingEvent.OfficerAssigned.class), "D.33.74", Optional.of("u-1")),
                                new HandlingEvent.NoteAdded(stamp(HandlingEvent.NoteAdded.class), "D.33.74", "x"),
                                new HandlingEvent.ExtensionRequested(
                                        stamp(HandlingEvent.ExtensionRequested.class), "D.33.74", "x"),
                                new SlaEvent.ExtensionRefused(
                                        stamp(SlaEvent.ExtensionRefused.class),
                                        SlaEvent.SlaClockType.FOLLOW_UP,
                                        SlaEvent.ExtensionRefusal.NO_POLICY),
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
                                new UnrecognisedEvent(stamp(ReporterNotified.class), "some-future-event", "{}")))
                .collect(Collectors.toMap(Object::getClass, event -> event, (one, other) -> other));
        assertThat(samples.keySet()).containsAll(EventJsonCodec.types().values());

        samples.values()
                .forEach(event -> assertThat(!fold(fold(List.of()), event).equals(fold(List.of())))
                        .as(EventJsonCodec.wireName(event))
                        .isEqualTo(projection.consumes(event.getClass())));
    }

    private SlaEvent.DeadlineMoved moved() {
        Instant due = Instant.parse("2026-06-12T09:30:00Z");
        return new SlaEvent.DeadlineMoved(
                stamp(SlaEvent.DeadlineMoved.class),
                SlaEvent.SlaClockType.FOLLOW_UP,
                due,
                due,
                due,
                new SlaEvent.DeadlineBasis(
                        "D.33.74",
                        ZoneId.of("Asia/Jakarta"),
                        1,
                        due,
                        14,
                        SlaEvent.DeadlineUnit.WORKING_DAYS,
                        List.of(),
                        1,
                        false),
                "SKB");
    }

    /** A note, a person and a refusal are no step; more time is, once, although the clock is set again after a pause. */
    @Test
    void tellsOfMoreTimeAndUntilWhen() {
        List<ComplaintEvent> history = List.of(lamp.submitted(), lamp.routed(SEMARANG));
        SlaEvent.DeadlineSet extended = extended(List.of());
        SlaEvent.DeadlineSet resumed = extended(List.of(
                new SlaEvent.ClockPause(Instant.parse("2026-06-10T03:00:00Z"), Instant.parse("2026-06-11T03:00:00Z"))));

        assertThat(timeline(Stream.concat(history.stream(), Stream.of(extended)).toList()))
                .extracting(TimelineEntry::description)
                .filteredOn(description -> description.label().id().contains("diperpanjang"))
                .singleElement()
                .satisfies(description -> {
                    assertThat(description.label().id())
                            .isEqualTo("Waktu tindak lanjut diperpanjang 7 hari kerja, sampai 8 Juli 2026");
                    assertThat(description.label().en())
                            .isEqualTo("The follow-up has 7 more working days, until 8 July 2026");
                    assertThat(description.quote()).contains("Menunggu suku cadang");
                });
        assertThat(timeline(Stream.concat(history.stream(), Stream.of(resumed)).toList()))
                .hasSameSizeAs(timeline(history));
    }

    private SlaEvent.DeadlineSet extended(List<SlaEvent.ClockPause> pauses) {
        Instant due = Instant.parse("2026-07-08T09:00:00Z");
        return new SlaEvent.DeadlineSet(
                stamp(SlaEvent.DeadlineSet.class),
                SlaEvent.SlaClockType.FOLLOW_UP,
                "follow-up-complaint-14-working-days",
                due,
                due,
                new SlaEvent.DeadlineBasis(
                        "D.33.74",
                        ZoneId.of("Asia/Jakarta"),
                        1,
                        MORNING,
                        14,
                        SlaEvent.DeadlineUnit.WORKING_DAYS,
                        pauses,
                        1,
                        false,
                        Optional.empty(),
                        Optional.of(new SlaEvent.Extension(
                                7, "Menunggu suku cadang", Instant.parse("2026-06-09T03:00:00Z")))));
    }

    @Test
    void emitsNoEvents() {
        lamp.fullHistory(lamp.submitted())
                .forEach(event -> assertThat(projection.react(fold(List.of(event)), event, MORNING))
                        .isEmpty());
    }

    @Test
    void keepsWhatPeopleWroteOfAPublicReport() {
        List<ComplaintEvent> history = lamp.fullHistory(lamp.submitted());

        assertThat(fold(history).report().orElseThrow().content().text()).contains(WRITTEN);
        assertThat(timeline(history).stream().flatMap(entry -> entry.description().quote().stream()))
                .hasSize(12)
                .allMatch(quote -> quote.contains(WRITTEN));
    }

    @Test
    void keepsNothingThatPeopleWroteOfAConfidentialReport() {
        List<ComplaintEvent> open = lamp.fullHistory(lamp.submitted());
        List<ComplaintEvent> confidential = lamp.fullHistory(lamp.confidential());

        assertThat(json(fold(open))).contains(WRITTEN);
        assertThat(json(fold(confidential))).doesNotContain(WRITTEN).contains(SEMARANG.name());
        assertThat(json(timeline(confidential))).doesNotContain(WRITTEN).contains(SEMARANG.name());
        assertThat(timeline(confidential)).hasSameSizeAs(timeline(open));
        assertThat(fold(confidential).status()).isEqualTo(fold(open).status());
    }

    @Test
    void quotesNothingBeforeTheSubmissionWasConsumed() {
        assertThat(json(timeline(List.of(lamp.replied(), lamp.submitted())))).doesNotContain("di depan sekolah");
    }

    @Test
    void staysSmallHoweverLongTheTimelineGets() {
        TrackingReadModel tracking = fold(List.of(lamp.submitted(), lamp.routed(SEMARANG)));
        for (int i = 0; i < 2_000; i++) {
            tracking = fold(tracking, lamp.replied());
        }

        assertThat(tracking.progress().entries()).isEqualTo(2_002);
        assertThat(tracking.responsible()).isEqualTo(SEMARANG);
        assertThat(json(tracking)).hasSizeLessThan(20_000);
    }

    @Test
    void theNationalDeskIsResponsibleUntilAnInstitutionIs() {
        assertThat(fold(List.of(lamp.submitted())).responsible()).isEqualTo(NationalDesk.RESPONSIBLE_PARTY);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG))).responsible())
                .isEqualTo(SEMARANG);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.returned(), lamp.heldForDesk()))
                        .responsible())
                .isEqualTo(NationalDesk.RESPONSIBLE_PARTY);
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.transferred(), lamp.routed(AMBON)))
                        .responsible())
                .isEqualTo(AMBON);
    }

    @Test
    void returnsTheEarliestRunningDeadline() {
        var verification = lamp.deadlineSet(SlaClockType.INSTITUTION_VERIFICATION, Duration.ofDays(3));
        var followUp = lamp.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(14));
        TrackingReadModel both = fold(List.of(lamp.submitted(), followUp, verification));

        assertThat(both.deadline())
                .contains(new NextDeadline(SlaClockType.INSTITUTION_VERIFICATION, verification.dueAt()));
        TrackingReadModel verified = fold(both, lamp.deadlineMet(SlaClockType.INSTITUTION_VERIFICATION));
        assertThat(verified.deadline()).contains(new NextDeadline(SlaClockType.FOLLOW_UP, followUp.dueAt()));
        TrackingReadModel paused = fold(verified, lamp.deadlinePaused(SlaClockType.FOLLOW_UP));
        assertThat(paused.deadline()).isEmpty();
        var resumed = lamp.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(10));
        assertThat(fold(paused, resumed).deadline())
                .contains(new NextDeadline(SlaClockType.FOLLOW_UP, resumed.dueAt()));
    }

    @Test
    void aComplaintThatHasEndedHasNoDeadline() {
        assertThat(fold(List.of(
                                lamp.submitted(),
                                lamp.deadlineSet(SlaClockType.DESK_VERIFICATION, Duration.ofDays(3)),
                                lamp.withdrawn()))
                        .deadline())
                .isEmpty();
    }

    @Test
    void lateEventsDoNotReopenAComplaintThatHasEnded() {
        assertThat(fold(List.of(lamp.submitted(), lamp.withdrawn(), lamp.routed(SEMARANG)))
                        .status())
                .isEqualTo(ComplaintStatus.WITHDRAWN);
        TrackingReadModel closed = fold(
                List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.resolved(), lamp.closed(ClosureReason.SILENCE)));
        assertThat(fold(closed, lamp.followUpPosted()).status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(fold(closed, lamp.contested()).status()).isEqualTo(ComplaintStatus.CONTESTED);
    }

    @Test
    void anEarlyEndSkipsTheStagesThatWereNotReached() {
        assertThat(fold(List.of(lamp.submitted(), lamp.routed(SEMARANG), lamp.withdrawn()))
                        .progressStages())
                .containsExactly(ProgressStage.RECEIVED, ProgressStage.ASSIGNED, ProgressStage.CLOSED);
        assertThat(fold(List.of(lamp.submitted())).progressStages()).containsExactly(ProgressStage.values());
    }

    @Test
    void theReportComesFirstEvenWhenAnotherMachinesClockIsBehind() {
        SampleComplaintEvents early = new SampleComplaintEvents("lamp");
        var routed = early.routed(SEMARANG);
        var submitted = early.submitted();

        assertThat(submitted.at()).isAfter(routed.at());
        assertThat(fold(List.of(submitted, routed)).status()).isEqualTo(ComplaintStatus.ASSIGNED);
    }

    @Test
    void survivesTheRoundTripThroughJson() {
        TrackingReadModel tracking = fold(lamp.fullHistory(lamp.submitted(SubmittedReport.ReportPrivacySettings.OPEN)));

        assertThat(WireJsonMapper.MAPPER.readValue(json(tracking), TrackingReadModel.class))
                .isEqualTo(tracking);
    }

    private TrackingReadModel fold(List<? extends ComplaintEvent> events) {
        TrackingReadModel tracking = projection.initial();
        for (ComplaintEvent event : events) {
            tracking = projection.evolve(tracking, event);
        }
        return tracking;
    }

    /** The documents of the timeline, by time. */
    private List<TimelineEntry> timeline(List<? extends ComplaintEvent> events) {
        List<TimelineEntry> entries = new ArrayList<>();
        TrackingReadModel tracking = projection.initial();
        for (ComplaintEvent event : events) {
            TrackingReadModel before = tracking;
            tracking = projection.evolve(before, event);
            projection.documents(before, tracking, event).stream()
                    .filter(document -> !document.id().endsWith("/reporter")) // of the public timeline only
                    .forEach(document -> entries.add((TimelineEntry) document.content()));
        }
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    private TrackingReadModel fold(TrackingReadModel tracking, ComplaintEvent next) {
        return projection.evolve(tracking, next);
    }

    private EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.causedBy(lamp.submitted(), type, MORNING);
    }

    private static String json(Object value) {
        return WireJsonMapper.MAPPER.writeValueAsString(value);
    }
}
