package id.pintu.sla.clock;

import static id.pintu.sla.calendar.Calendars.ALMANAC;
import static id.pintu.sla.calendar.Calendars.WITA;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.Institution;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.Stamp;
import id.pintu.sla.calendar.Calendars;
import id.pintu.sla.policy.Policies;
import id.pintu.sla.policy.Policy;
import id.pintu.sla.policy.Reminder;
import id.pintu.sla.policy.Rung;
import id.pintu.sla.yaml.PolicyFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** One complaint's life as the keeper of the clocks lives it: what is heard is folded and answered, answers are folded. */
final class Story {

    /** The national limits, with the simplest reminder and escalation there can be. */
    static final Policies ONE_LEVEL = new Policies(List.of(new Policy(
            "one level",
            LocalDate.MIN,
            PolicyFile.read(new ClassPathResource("sla/policies.yml"))
                    .newestFirst()
                    .getFirst()
                    .limits(),
            forEach(new Reminder.Before(1)),
            forEach(new Rung(0, "institution-admin", false)))));

    static final Deadlines DEADLINES = new Deadlines(() -> ALMANAC, ONE_LEVEL);
    static final ClockKeeper KEEPER = new ClockKeeper(DEADLINES);
    static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    static final String PADANG = "D.13.71";
    static final String BALI = "D.51";

    final ComplaintId id;
    final List<ComplaintEvent> ledger = new ArrayList<>();
    ComplaintClocks clocks = ComplaintClocks.UNKNOWN;
    private int told;

    Story() {
        this(ID);
    }

    Story(ComplaintId id) {
        this.id = id;
    }

    private static <T> Map<Clock, List<T>> forEach(T one) {
        return Arrays.stream(Clock.values()).collect(Collectors.toMap(clock -> clock, clock -> List.of(one)));
    }

    /** What was said, without the overall clock and without what it was counted from. */
    static List<ComplaintEvent> plain(List<ComplaintEvent> words) {
        return words.stream()
                .filter(word -> !(word instanceof SlaEvent sla) || sla.clock() != Clock.OVERALL)
                .map(word -> switch (word) {
                    case DeadlineSet set ->
                        new DeadlineSet(set.stamp(), set.clock(), set.policy(), set.remindAt(), set.dueAt());
                    case DeadlineNeared neared -> new DeadlineNeared(neared.stamp(), neared.clock(), neared.dueAt());
                    default -> word;
                })
                .toList();
    }

    /** A Monday morning in WIB, with no holiday before Tuesday the 16th. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Calendars.WIB).toInstant();
    }

    static Story routed(ComplaintKind kind, String when) {
        Story story = new Story();
        story.hears(story.submitted(kind, when));
        story.hears(story.routed(when));
        return story;
    }

    static Story inFollowUp(ComplaintKind kind, String when) {
        Story story = routed(kind, when);
        story.hears(story.verified(when));
        return story;
    }

    static Story answered(String when) {
        Story story = inFollowUp(ComplaintKind.COMPLAINT, when);
        story.hears(story.resolved(when));
        return story;
    }

    /** Hears another's event at the moment it happens; returns the answer. */
    List<ComplaintEvent> hears(ComplaintEvent event) {
        clocks = KEEPER.evolve(clocks, event);
        List<ComplaintEvent> words = KEEPER.react(clocks, event, event.at());
        ledger.add(event);
        words.forEach(this::folds);
        return words;
    }

    /** Takes in what the service itself said. */
    void folds(ComplaintEvent own) {
        clocks = KEEPER.evolve(clocks, own);
        ledger.add(own);
    }

    ComplaintSubmitted submitted(ComplaintKind kind, String when) {
        Report report = new Report(
                Door.WEB,
                kind,
                "",
                "A hole in the road",
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Report.Privacy(false, false, ContactChannel.NONE));
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class, when), report);
    }

    ComplaintHeldForDesk held(String when) {
        return new ComplaintHeldForDesk(stamp(ComplaintHeldForDesk.class, when), new Reason("no-district", List.of()));
    }

    ComplaintRouted routed(String when) {
        return routed(PADANG, Calendars.WIB, when);
    }

    ComplaintRouted routedToBali(String when) {
        return routed(BALI, WITA, when);
    }

    private ComplaintRouted routed(String code, ZoneId zone, String when) {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class, when),
                new Institution(code, code, zone),
                Optional.empty(),
                1,
                new Reason("district", List.of()));
    }

    ComplaintReturned returned(String when) {
        return new ComplaintReturned(stamp(ComplaintReturned.class, when), PADANG, "not ours");
    }

    ComplaintTransferred transferred(String when) {
        return new ComplaintTransferred(stamp(ComplaintTransferred.class, when), PADANG, BALI);
    }

    ComplaintReclassified reclassified(ComplaintKind kind, String when) {
        return new ComplaintReclassified(stamp(ComplaintReclassified.class, when), kind, "pungli");
    }

    ComplaintArchived archived(String when) {
        return new ComplaintArchived(
                stamp(ComplaintArchived.class, when), "too general", Optional.of(ArchiveGround.TOO_GENERAL));
    }

    ComplaintVerified verified(String when) {
        return new ComplaintVerified(stamp(ComplaintVerified.class, when), PADANG);
    }

    UnitAssigned unitAssigned(String when) {
        return new UnitAssigned(stamp(UnitAssigned.class, when), PADANG, "Dinas PU");
    }

    FollowUpPosted followUpPosted(String when) {
        return new FollowUpPosted(stamp(FollowUpPosted.class, when), PADANG, "We are on it");
    }

    ClarificationAsked asked(String when) {
        return new ClarificationAsked(stamp(ClarificationAsked.class, when), PADANG, "Which road?");
    }

    ComplaintResolved resolved(String when) {
        return new ComplaintResolved(stamp(ComplaintResolved.class, when), PADANG, "It is filled");
    }

    ComplaintReplied replied(String when) {
        return new ComplaintReplied(stamp(ComplaintReplied.class, when), "Jalan Sudirman");
    }

    ComplaintContested contested(String when) {
        return new ComplaintContested(stamp(ComplaintContested.class, when), "It is not");
    }

    ComplaintResolved resolvedByBali(String when) {
        return resolvedBy(BALI, when);
    }

    ComplaintRouted routedTo(String code, String when) {
        return routed(code, Calendars.WIB, when);
    }

    ComplaintVerified verifiedBy(String code, String when) {
        return new ComplaintVerified(stamp(ComplaintVerified.class, when), code);
    }

    ComplaintResolved resolvedBy(String code, String when) {
        return new ComplaintResolved(stamp(ComplaintResolved.class, when), code, "Mended");
    }

    ComplaintRated rated(String when) {
        return new ComplaintRated(stamp(ComplaintRated.class, when), 5, "");
    }

    OmbudsmanConsentGiven consented(String when) {
        return new OmbudsmanConsentGiven(stamp(OmbudsmanConsentGiven.class, when));
    }

    ComplaintWithdrawn withdrawn(String when) {
        return new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class, when), "found it");
    }

    private Stamp stamp(Class<? extends ComplaintEvent> type, String when) {
        told++;
        return Stamp.of(id, new UUID(0, told), type, at(when));
    }
}
