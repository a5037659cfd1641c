package id.pintu.notification;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Test fixture: the events of one complaint, each with its own minute as its time. */
public record ComplaintEventFixture(ComplaintId id) {

    public static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    public static final InstitutionRef SEMARANG =
            new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", ZoneId.of("Asia/Jakarta"));

    public static ComplaintEventFixture of(String name) {
        byte[] hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] mixed = new byte[8];
        for (int i = 0; i < hash.length; i++) {
            mixed[i % 8] = (byte) (mixed[i % 8] * 31 + hash[i]);
        }
        return new ComplaintEventFixture(ComplaintId.of(mixed));
    }

    public ComplaintSubmitted submitted(ContactChannel reachableBy) {
        SubmittedReport report = SubmittedReport.ofText("Lubang besar di depan pasar.")
                .withTitle("Jalan rusak")
                .withPrivacy(new SubmittedReport.ReportPrivacySettings(false, false, reachableBy));
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class, 0), report);
    }

    public ComplaintHeldForDesk held() {
        return new ComplaintHeldForDesk(
                stamp(ComplaintHeldForDesk.class, 1), new RoutingReason("no-region", List.of()));
    }

    public ComplaintRouted routed() {
        return routed(SEMARANG);
    }

    public ComplaintRouted routed(InstitutionRef institution) {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class, 2),
                institution,
                Optional.empty(),
                1,
                new RoutingReason("region", List.of()));
    }

    public ClarificationAsked asked() {
        return new ClarificationAsked(
                stamp(ClarificationAsked.class, 3), SEMARANG.code(), "Di depan pasar yang mana? {{nama}}");
    }

    public FollowUpPosted followedUp() {
        return new FollowUpPosted(
                stamp(FollowUpPosted.class, 4), SEMARANG.code(), "Petugas kami sudah meninjau lokasi.");
    }

    public ComplaintResolved resolved() {
        return new ComplaintResolved(
                stamp(ComplaintResolved.class, 5), SEMARANG.code(), "Lubang sudah ditambal.\nTerima kasih.");
    }

    public ComplaintArchived archived() {
        return archived("Laporan terlalu umum.");
    }

    /** After the reporter contested {@link #archived()}. */
    public ComplaintArchived archivedAgain() {
        return new ComplaintArchived(
                stamp(ComplaintArchived.class, 7), "Laporan tetap terlalu umum.", ArchiveReasonCode.TOO_GENERAL);
    }

    public ComplaintArchived archived(String reason) {
        return new ComplaintArchived(stamp(ComplaintArchived.class, 6), reason, ArchiveReasonCode.TOO_GENERAL);
    }

    public DeadlineSet deadlineSet() {
        DeadlineBasis basis = new DeadlineBasis(
                SEMARANG.code(), SEMARANG.zone(), 1, START, 3, DeadlineUnit.WORKING_DAYS, List.of(), 1, false);
        return new DeadlineSet(stamp(DeadlineSet.class, 20), SlaClockType.FOLLOW_UP, "p", START, START, basis);
    }

    /** The follow-up runs on, because the reporter has not replied for ten working days. */
    public DeadlineSet unanswered() {
        DeadlineSet set = deadlineSet();
        return new DeadlineSet(
                stamp(DeadlineSet.class, 10), set.clock(), set.policy(), START, START, set.basis(), Optional.of(10));
    }

    public DeadlineMissed missed(SlaClockType clock) {
        return new DeadlineMissed(stamp(DeadlineMissed.class, 7), clock, START, 1, "institution-admin", false);
    }

    /** Handed on to the Ombudsman, with the reporter's consent. */
    public DeadlineMissed handedOn() {
        return new DeadlineMissed(stamp(DeadlineMissed.class, 9), SlaClockType.OVERALL, START, 3, "ombudsman", true);
    }

    public ComplaintClosed closed(ClosureReason outcome) {
        return new ComplaintClosed(stamp(ComplaintClosed.class, 8), SlaClockType.REPORTER_SILENCE, outcome);
    }

    public EventMetadata stamp(Class<? extends ComplaintEvent> type, int minute) {
        UUID cause = UUID.nameUUIDFromBytes((id + "/" + minute).getBytes(StandardCharsets.UTF_8));
        return EventMetadata.of(id, cause, type, START.plusSeconds(60L * minute));
    }
}
