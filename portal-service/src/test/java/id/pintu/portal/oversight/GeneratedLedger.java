package id.pintu.portal.oversight;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeChannel;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Generator of the ledger of many invented complaints, each of which goes one of many ways; the same for the same seed. */
public final class GeneratedLedger {

    /** Institutions that complaints are assigned to; the last one is not in the registry. */
    public static final List<InstitutionRef> INSTITUTIONS = List.of(
            institution("D.33.74", "Pemerintah Kota Semarang", "Asia/Jakarta"),
            institution("D.33.01", "Pemerintah Kabupaten Cilacap", "Asia/Jakarta"),
            institution("P.33", "Pemerintah Provinsi Jawa Tengah", "Asia/Jakarta"),
            institution("D.51.71", "Pemerintah Kota Denpasar", "Asia/Makassar"),
            institution("D.81.71", "Pemerintah Kota Ambon", "Asia/Jayapura"),
            institution("K.PU", "Kementerian Pekerjaan Umum", "Asia/Jakarta"),
            institution("D.94.99", "Pemerintah Kabupaten Baru", "Asia/Jayapura"));

    private static final List<String> CATEGORIES =
            List.of("", "INFRASTRUKTUR/JALAN", "INFRASTRUKTUR/JEMBATAN", "KESEHATAN/LAINNYA", "AGAMA");

    private final Random random;
    private final Instant begin;
    private final Duration span;
    private final List<InstitutionRef> institutions;

    /** Complaints of {@link #INSTITUTIONS}. */
    public GeneratedLedger(long seed, Instant begin, Duration span) {
        this(seed, begin, span, INSTITUTIONS);
    }

    /**
     * @param begin first instant of a receipt
     * @param span time in which they are received
     */
    public GeneratedLedger(long seed, Instant begin, Duration span, List<InstitutionRef> institutions) {
        this.institutions = institutions;
        this.random = new Random(seed);
        this.begin = begin;
        this.span = span;
    }

    private static InstitutionRef institution(String code, String name, String zone) {
        return new InstitutionRef(code, name, ZoneId.of(zone));
    }

    /** The events of some complaints, in order for each of them, mixed otherwise, some of them repeated later. */
    public List<ComplaintEvent> withRepeats(int complaints) {
        List<List<ComplaintEvent>> histories = new ArrayList<>();
        for (int i = 0; i < complaints; i++) {
            histories.add(new ArrayList<>(complaint(i)));
        }
        List<ComplaintEvent> mixed = new ArrayList<>();
        while (!histories.isEmpty()) {
            int next = random.nextInt(histories.size());
            mixed.add(histories.get(next).removeFirst());
            if (random.nextInt(4) == 0) {
                ComplaintEvent any = mixed.get(random.nextInt(mixed.size()));
                mixed.add(any);
            }
            if (histories.get(next).isEmpty()) {
                histories.set(next, histories.getLast());
                histories.removeLast();
            }
        }
        return mixed;
    }

    /** The events of one complaint. */
    public List<ComplaintEvent> complaint(int number) {
        return new OneComplaint(number).events();
    }

    private final class OneComplaint {
        private final ComplaintId id;
        private final List<ComplaintEvent> events = new ArrayList<>();
        private Instant now =
                begin.plusSeconds(random.nextLong(span.toSeconds())).truncatedTo(ChronoUnit.SECONDS);
        private int assignment;
        private InstitutionRef at = institutions.getFirst();

        private OneComplaint(int number) {
            this.id = ComplaintId.of(ByteBuffer.allocate(16)
                    .putLong((number + 1L) * 0x9E3779B97F4A7C15L)
                    .putLong(number)
                    .array());
        }

        private List<ComplaintEvent> events() {
            SubmittedReport report = report();
            events.add(
                    chance(15)
                            ? new PartOpened(stamp(PartOpened.class), id, now.minus(Duration.ofDays(2)), report)
                            : new ComplaintSubmitted(stamp(ComplaintSubmitted.class), report));
            if (chance(3)) {
                return events; // no service has read it yet
            }
            if (chance(4)) {
                hold();
                if (chance(3)) {
                    events.add(new ComplaintArchived(
                            stamp(ComplaintArchived.class), "kabur", ArchiveReasonCode.TOO_GENERAL));
                    if (chance(2)) {
                        events.add(new ComplaintContested(stamp(ComplaintContested.class), "tidak"));
                        hold();
                    }
                    return events;
                }
            }
            route();
            if (chance(10)) {
                events.add(new ComplaintReclassified(
                        stamp(ComplaintReclassified.class), ComplaintKind.ASPIRATION, "usulan"));
            }
            while (chance(4) && assignment < 4) {
                if (chance(2)) {
                    act();
                }
                events.add(new ComplaintReturned(stamp(ComplaintReturned.class), at.code(), "bukan wewenang"));
                if (chance(3)) {
                    hold();
                    if (chance(2)) {
                        return events;
                    }
                    events.add(new RulingGiven(stamp(RulingGiven.class), at.code(), "putusan", List.of(at.code()), ""));
                }
                // Of the former assignment, and late.
                InstitutionRef former = at;
                route(chance(2) ? List.of() : List.of(met(SlaClockType.FOLLOW_UP)));
                if (former.equals(at)) {
                    act();
                }
            }
            handle();
            return events;
        }

        private void handle() {
            if (chance(4)) {
                return;
            }
            if (chance(3)) {
                events.add(missed(SlaClockType.INSTITUTION_VERIFICATION, 1));
                if (chance(2)) {
                    events.add(missed(SlaClockType.INSTITUTION_VERIFICATION, 2));
                }
            }
            events.add(new NoteAdded(stamp(NoteAdded.class), at.code(), "catatan"));
            act();
            events.add(met(SlaClockType.INSTITUTION_VERIFICATION));
            events.add(set(SlaClockType.FOLLOW_UP));
            for (int rounds = 0; rounds < 3; rounds++) {
                if (chance(5)) {
                    events.add(new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "selesai sendiri"));
                    return;
                }
                if (chance(3)) {
                    events.add(missed(SlaClockType.FOLLOW_UP, 1));
                }
                if (chance(3)) {
                    return;
                }
                events.add(new ComplaintResolved(stamp(ComplaintResolved.class), at.code(), "sudah"));
                events.add(met(SlaClockType.FOLLOW_UP));
                if (!chance(4)) {
                    break;
                }
                events.add(new ComplaintContested(stamp(ComplaintContested.class), "belum"));
                events.add(set(SlaClockType.FOLLOW_UP));
            }
            if (chance(2)) {
                events.add(
                        chance(2)
                                ? new ComplaintRated(stamp(ComplaintRated.class), 4, "")
                                : new ComplaintClosed(
                                        stamp(ComplaintClosed.class),
                                        SlaClockType.REPORTER_SILENCE,
                                        ClosureReason.SILENCE));
            }
        }

        private void act() {
            events.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new ComplaintVerified(stamp(ComplaintVerified.class), at.code());
                        case 1 -> new UnitAssigned(stamp(UnitAssigned.class), at.code(), "Dinas");
                        case 2 -> new FollowUpPosted(stamp(FollowUpPosted.class), at.code(), "dikerjakan");
                        default -> new ClarificationAsked(stamp(ClarificationAsked.class), at.code(), "di mana?");
                    });
        }

        private void hold() {
            events.add(new ComplaintHeldForDesk(
                    stamp(ComplaintHeldForDesk.class), new RoutingReason(RoutingReason.NATIONAL_DESK, List.of())));
        }

        private void route() {
            route(List.of());
        }

        private void route(List<ComplaintEvent> between) {
            at = institutions.get(random.nextInt(institutions.size()));
            events.add(new ComplaintRouted(
                    stamp(ComplaintRouted.class),
                    at,
                    Optional.empty(),
                    ++assignment,
                    new RoutingReason(RoutingReason.WEIGHED, List.of())));
            events.addAll(between);
            events.add(set(SlaClockType.INSTITUTION_VERIFICATION));
        }

        private DeadlineSet set(SlaClockType clock) {
            EventMetadata stamp = stamp(DeadlineSet.class);
            return new DeadlineSet(
                    stamp,
                    clock,
                    "some-limit",
                    stamp.at().plus(Duration.ofDays(4)),
                    stamp.at().plus(Duration.ofDays(5)),
                    new DeadlineBasis(
                            at.code(),
                            at.zone(),
                            assignment,
                            stamp.at(),
                            3,
                            DeadlineUnit.WORKING_DAYS,
                            List.of(),
                            1,
                            false));
        }

        private DeadlineMet met(SlaClockType clock) {
            return new DeadlineMet(stamp(DeadlineMet.class), clock);
        }

        private DeadlineMissed missed(SlaClockType clock, int level) {
            return new DeadlineMissed(stamp(DeadlineMissed.class), clock, now, level, "institution-head", false);
        }

        private SubmittedReport report() {
            SubmittedReport plain = SubmittedReport.ofText("Lampu jalan mati");
            return new SubmittedReport(
                    List.of(IntakeChannel.values()).get(random.nextInt(4)),
                    List.of(ComplaintKind.values()).get(random.nextInt(ComplaintKind.values().length)),
                    plain.title(),
                    plain.text(),
                    plain.place(),
                    Optional.empty(),
                    Optional.of(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                            .filter(each -> !each.isEmpty()),
                    Optional.empty(),
                    plain.privacy());
        }

        private EventMetadata stamp(Class<? extends ComplaintEvent> type) {
            EventMetadata stamp = EventMetadata.of(id, new UUID(0, 0), type, events.size(), now);
            now = now.plusSeconds(random.nextInt(6 * 86_400));
            return stamp;
        }
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
