package id.pintu.events;

import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingEvent.DuplicateType;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.ExtensionRefusal;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.GracePeriod;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One sample of each event type, with every optional field set; the golden files contain their JSON. */
final class SampleEvents {

    static final ComplaintId ID = ComplaintId.parse("K7QX-9D2M-4RTB-Z");
    static final UUID CAUSE = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final Instant AT = Instant.parse("2026-03-03T02:00:00.123456Z");

    private static final Instant DUE = Instant.parse("2026-03-23T09:00:00Z");
    private static final DeadlineBasis BASIS = new DeadlineBasis(
            "D.33.74",
            ZoneId.of("Asia/Jakarta"),
            1,
            AT,
            14,
            DeadlineUnit.WORKING_DAYS,
            List.of(new ClockPause(AT.plusSeconds(60), AT.plusSeconds(3600))),
            7,
            false,
            Optional.of(new GracePeriod(AT.plusSeconds(3600), 1)),
            Optional.of(new Extension(7, "Menunggu suku cadang", AT.plusSeconds(3600))));
    private static final RoutingReason REASON = new RoutingReason(
            "place-and-affair", List.of(new ReasonFact("region=33.74"), new ReasonFact("affair=penerangan jalan")));

    private SampleEvents() {}

    static List<ComplaintEvent> all() {
        return List.of(
                submitted(),
                new ComplaintReplied(stamp(ComplaintReplied.class), "Di depan SD Negeri 3"),
                new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "Sudah menyala"),
                new ComplaintContested(stamp(ComplaintContested.class), "Masih padam"),
                new ComplaintRated(stamp(ComplaintRated.class), 4, "Terima kasih"),
                new OmbudsmanConsentGiven(stamp(OmbudsmanConsentGiven.class)),
                new ComplaintHeldForDesk(stamp(ComplaintHeldForDesk.class), REASON, Optional.of(DisputeCause.CYCLE)),
                new ComplaintRouted(
                        stamp(ComplaintRouted.class),
                        new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", ZoneId.of("Asia/Jakarta")),
                        Optional.of("Dinas Perhubungan"),
                        1,
                        REASON),
                new ComplaintReturned(
                        stampByOfficer(ComplaintReturned.class), "D.33.74", "Jalan nasional", Optional.of("K.PU")),
                new ComplaintTransferred(stamp(ComplaintTransferred.class), "D.33.74", "K.PU"),
                new RulingGiven(
                        stampByDesk(RulingGiven.class),
                        "K.PU",
                        "Jalan Pemuda jalan nasional",
                        List.of("D.33.74", "P.33"),
                        "topic-and-region/penerangan jalan"),
                new ComplaintSplit(
                        stampByDesk(ComplaintSplit.class),
                        List.of(new ComplaintPart(
                                ID.partFor("B.PLN"),
                                new InstitutionRef("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta")),
                                "tiang listrik"))),
                new PartOpened(
                        stamp(PartOpened.class),
                        ID,
                        AT.minusSeconds(60),
                        submitted().report()),
                new RepeatFound(stamp(RepeatFound.class), ID.partFor("B.PLN"), DuplicateType.SAME_WORDS),
                new ComplaintArchived(
                        stampByDesk(ComplaintArchived.class), "Terlalu umum", ArchiveReasonCode.TOO_GENERAL),
                new ComplaintReclassified(
                        stampByOfficer(ComplaintReclassified.class),
                        ComplaintKind.SUPERVISORY_COMPLAINT,
                        "Dugaan pungli"),
                new ComplaintVerified(stampByOfficer(ComplaintVerified.class), "D.33.74"),
                new UnitAssigned(stampByOfficer(UnitAssigned.class), "D.33.74", "Dinas Perhubungan"),
                new OfficerAssigned(
                        stampByOfficer(OfficerAssigned.class),
                        "D.33.74",
                        Optional.of("0b9c1e52-6f4d-4c0a-8a57-3d2e1f0c9b8a")),
                new NoteAdded(stampByOfficer(NoteAdded.class), "D.33.74", "Tiang ini dulu milik PLN"),
                new ExtensionRequested(stampByOfficer(ExtensionRequested.class), "D.33.74", "Menunggu suku cadang"),
                new ClarificationAsked(stampByOfficer(ClarificationAsked.class), "D.33.74", "Tiang nomor berapa?"),
                new FollowUpPosted(stampByOfficer(FollowUpPosted.class), "D.33.74", "Petugas berangkat hari ini"),
                new ComplaintResolved(stampByOfficer(ComplaintResolved.class), "D.33.74", "Lampu sudah diganti"),
                new DeadlineSet(
                        stamp(DeadlineSet.class),
                        SlaClockType.FOLLOW_UP,
                        "follow-up-complaint-14-working-days",
                        Instant.parse("2026-03-18T09:00:00Z"),
                        DUE,
                        BASIS,
                        Optional.of(10)),
                new DeadlineMoved(
                        stamp(DeadlineMoved.class),
                        SlaClockType.FOLLOW_UP,
                        DUE,
                        Instant.parse("2026-03-19T09:00:00Z"),
                        Instant.parse("2026-03-24T09:00:00Z"),
                        BASIS,
                        "SKB 3 Menteri 1497/2/5-2025"),
                new DeadlineNeared(stamp(DeadlineNeared.class), SlaClockType.INSTITUTION_VERIFICATION, DUE, 2),
                new DeadlineMissed(stamp(DeadlineMissed.class), SlaClockType.DESK_VERIFICATION, DUE, 1, "DESK", true),
                new DeadlineMet(stamp(DeadlineMet.class), SlaClockType.FOLLOW_UP),
                new DeadlinePaused(stamp(DeadlinePaused.class), SlaClockType.FOLLOW_UP),
                new ExtensionRefused(
                        stamp(ExtensionRefused.class), SlaClockType.FOLLOW_UP, ExtensionRefusal.ALREADY_EXTENDED),
                new ComplaintClosed(stamp(ComplaintClosed.class), SlaClockType.REPORTER_SILENCE, ClosureReason.SILENCE),
                new ReporterNotified(stamp(ReporterNotified.class), CAUSE, ContactChannel.EMAIL),
                new NotificationAbandoned(
                        stamp(NotificationAbandoned.class), CAUSE, ContactChannel.SMS, "number-unknown"));
    }

    static ComplaintSubmitted submitted() {
        return new ComplaintSubmitted(
                stamp(ComplaintSubmitted.class),
                new SubmittedReport(
                        IntakeChannel.WEB,
                        ComplaintKind.SUPERVISORY_COMPLAINT,
                        "Lampu jalan padam",
                        "Lampu jalan \"Pemuda\" padam\nsejak Senin – gelap 🌑",
                        new SubmittedReport.ReportedLocation(
                                Optional.of("33.74"),
                                Optional.of("Jalan Pemuda"),
                                Optional.of(new SubmittedReport.GeoCoordinates(-6.9839, 110.4097))),
                        Optional.of("D.33.74"),
                        Optional.of("INFRASTRUKTUR/PENERANGAN JALAN"),
                        Optional.of(LocalDate.of(2026, 3, 2)),
                        new SubmittedReport.ReportPrivacySettings(true, false, ContactChannel.EMAIL),
                        Optional.of(List.of(new ReportAttachment(
                                "image/jpeg",
                                184_320,
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")))));
    }

    static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, CAUSE, type, AT);
    }

    /** Of an event that carries out a command of an institution's officer. */
    private static EventMetadata stampByOfficer(Class<? extends ComplaintEvent> type) {
        return stamp(type).withActor(new EventActor("5f0c7d1e-8a43-4c55-9d0a-2f6b1c3e4d5f", "liaison-officer@D.33.74"));
    }

    private static EventMetadata stampByDesk(Class<? extends ComplaintEvent> type) {
        return stamp(type).withActor(new EventActor("program/DESK", "arbiter"));
    }
}
