package id.pintu.portal;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeChannel;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.DuplicateType;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sample events of one complaint about a broken street lamp, one of every kind, each an hour after the one before. Every
 * text by a person contains {@link #WRITTEN}.
 */
public final class SampleComplaintEvents {

    /** In no page, label or name. */
    public static final String WRITTEN = "Xyzzy";

    public static final Instant MORNING = Instant.parse("2026-03-03T02:00:00Z");
    public static final InstitutionRef SEMARANG =
            new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", ZoneId.of("Asia/Jakarta"));
    public static final InstitutionRef AMBON =
            new InstitutionRef("D.81.71", "Pemerintah Kota Ambon", ZoneId.of("Asia/Jayapura"));
    private static final RoutingReason REASON =
            new RoutingReason("names-the-place", List.of(ReasonFact.of(ReasonFactName.KEYWORD, WRITTEN)));

    private final ComplaintId id;
    private int hours;

    public SampleComplaintEvents(String seed) {
        this.id = ComplaintId.of(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }

    public ComplaintId id() {
        return id;
    }

    public ComplaintSubmitted submitted() {
        return submitted(SubmittedReport.ReportPrivacySettings.OPEN);
    }

    public ComplaintSubmitted confidential() {
        return submitted(new SubmittedReport.ReportPrivacySettings(true, true, ContactChannel.EMAIL));
    }

    public ComplaintSubmitted submitted(SubmittedReport.ReportPrivacySettings privacy) {
        return submitted(WRITTEN + " lampu jalan", WRITTEN + " padam sejak Senin", privacy);
    }

    public ComplaintSubmitted submitted(String title, String text, SubmittedReport.ReportPrivacySettings privacy) {
        return new ComplaintSubmitted(
                stamp(ComplaintSubmitted.class),
                new SubmittedReport(
                        IntakeChannel.WEB,
                        ComplaintKind.COMPLAINT,
                        title,
                        text,
                        new SubmittedReport.ReportedLocation(
                                Optional.of("33.74"),
                                Optional.of("Jalan " + WRITTEN),
                                Optional.of(new SubmittedReport.GeoCoordinates(-6.98, 110.41))),
                        Optional.of("D.33.74"),
                        Optional.of("INFRASTRUKTUR/" + WRITTEN),
                        Optional.empty(),
                        privacy));
    }

    public ComplaintReplied replied() {
        return new ComplaintReplied(stamp(ComplaintReplied.class), WRITTEN + " di depan sekolah");
    }

    public ComplaintWithdrawn withdrawn() {
        return new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), WRITTEN + " sudah menyala");
    }

    public ComplaintContested contested() {
        return new ComplaintContested(stamp(ComplaintContested.class), WRITTEN + " masih padam");
    }

    public ComplaintRated rated(int stars) {
        return new ComplaintRated(stamp(ComplaintRated.class), stars, WRITTEN + " terima kasih");
    }

    public ComplaintHeldForDesk heldForDesk() {
        return new ComplaintHeldForDesk(stamp(ComplaintHeldForDesk.class), REASON);
    }

    public ComplaintRouted routed(InstitutionRef institution) {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class), institution, Optional.of("Dinas " + WRITTEN), 1, REASON);
    }

    public ComplaintReturned returned() {
        return new ComplaintReturned(stamp(ComplaintReturned.class), SEMARANG.code(), WRITTEN + " jalan nasional");
    }

    public ComplaintTransferred transferred() {
        return new ComplaintTransferred(stamp(ComplaintTransferred.class), SEMARANG.code(), AMBON.code());
    }

    public ComplaintArchived archived() {
        return new ComplaintArchived(
                stamp(ComplaintArchived.class), WRITTEN + " terlalu umum", ArchiveReasonCode.TOO_GENERAL);
    }

    public ComplaintSplit split() {
        return new ComplaintSplit(
                stamp(ComplaintSplit.class),
                List.of(new ComplaintPart(
                        submitted().complaintId().partFor("B.PLN"),
                        new InstitutionRef("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta")),
                        "tiang listrik")));
    }

    public PartOpened partOpened() {
        return new PartOpened(
                stamp(PartOpened.class),
                submitted().complaintId(),
                submitted().at(),
                submitted().report());
    }

    public RepeatFound repeat() {
        return new RepeatFound(
                stamp(RepeatFound.class), submitted().complaintId().partFor("x"), DuplicateType.SAME_WORDS);
    }

    public RulingGiven ruled() {
        return new RulingGiven(stamp(RulingGiven.class), "K.PU", "Jalan nasional", List.of("D.33.74"), "jalan");
    }

    public ComplaintVerified verified() {
        return new ComplaintVerified(stamp(ComplaintVerified.class), SEMARANG.code());
    }

    public UnitAssigned unitAssigned() {
        return new UnitAssigned(stamp(UnitAssigned.class), SEMARANG.code(), "Dinas " + WRITTEN);
    }

    public ClarificationAsked clarificationAsked() {
        return new ClarificationAsked(stamp(ClarificationAsked.class), SEMARANG.code(), WRITTEN + " di sebelah mana?");
    }

    public FollowUpPosted followUpPosted() {
        return new FollowUpPosted(stamp(FollowUpPosted.class), SEMARANG.code(), WRITTEN + " petugas berangkat");
    }

    public ComplaintResolved resolved() {
        return new ComplaintResolved(stamp(ComplaintResolved.class), SEMARANG.code(), WRITTEN + " sudah diganti");
    }

    public DeadlineSet deadlineSet(SlaClockType clock, Duration fromNow) {
        EventMetadata stamp = stamp(DeadlineSet.class);
        Instant due = stamp.at().plus(fromNow);
        DeadlineBasis basis = new DeadlineBasis(
                SEMARANG.code(), SEMARANG.zone(), 1, stamp.at(), 3, DeadlineUnit.WORKING_DAYS, List.of(), 1, false);
        return new DeadlineSet(stamp, clock, "some-limit", due.minus(Duration.ofHours(1)), due, basis);
    }

    /** The follow-up runs on, because the reporter has not replied for ten working days. */
    public DeadlineSet runsOn() {
        DeadlineSet set = deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(5));
        return new DeadlineSet(
                set.stamp(), set.clock(), set.policy(), set.remindAt(), set.dueAt(), set.basis(), Optional.of(10));
    }

    public DeadlineNeared deadlineNeared() {
        return new DeadlineNeared(stamp(DeadlineNeared.class), SlaClockType.FOLLOW_UP, MORNING, 1);
    }

    public DeadlineMissed deadlineMissed() {
        return new DeadlineMissed(stamp(DeadlineMissed.class), SlaClockType.FOLLOW_UP, MORNING, 1, "DESK", false);
    }

    public DeadlineMet deadlineMet(SlaClockType clock) {
        return new DeadlineMet(stamp(DeadlineMet.class), clock);
    }

    public DeadlinePaused deadlinePaused(SlaClockType clock) {
        return new DeadlinePaused(stamp(DeadlinePaused.class), clock);
    }

    public ComplaintClosed closed(ClosureReason outcome) {
        return new ComplaintClosed(stamp(ComplaintClosed.class), SlaClockType.REPORTER_SILENCE, outcome);
    }

    /** Everything the portal shows, in a possible order. */
    public List<ComplaintEvent> fullHistory(ComplaintSubmitted submitted) {
        return List.of(
                submitted,
                heldForDesk(),
                routed(AMBON),
                routed(SEMARANG),
                deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(20)),
                verified(),
                unitAssigned(),
                clarificationAsked(),
                deadlinePaused(SlaClockType.FOLLOW_UP),
                replied(),
                deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(20)),
                followUpPosted(),
                deadlineMissed(),
                resolved(),
                deadlineMet(SlaClockType.FOLLOW_UP),
                contested(),
                returned(),
                transferred(),
                routed(SEMARANG),
                resolved(),
                rated(4),
                closed(ClosureReason.RATED));
    }

    private EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(id, new UUID(0, 0), type, hours, MORNING.plus(Duration.ofHours(hours++)));
    }
}
