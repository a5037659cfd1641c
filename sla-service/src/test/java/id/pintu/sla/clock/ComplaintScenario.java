package id.pintu.sla.clock;

import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WITA;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.sla.calendar.DecreedCalendarFixture;
import id.pintu.sla.policy.EscalationStep;
import id.pintu.sla.policy.ReminderRule;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.policy.SlaPolicy;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
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

/** Fixture: one complaint whose events are handled by {@link SlaClockRules}, and the events emitted are folded too. */
final class ComplaintScenario {

    /** The national limits, with one reminder and one escalation level for each clock. */
    static final SlaPolicies ONE_LEVEL = new SlaPolicies(List.of(new SlaPolicy(
            "one level",
            LocalDate.MIN,
            SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml"))
                    .newestFirst()
                    .getFirst()
                    .limits(),
            forEach(new ReminderRule.BeforeDeadline(1)),
            forEach(new EscalationStep(0, "institution-admin", false)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(7))));

    static final DeadlineEventFactory DEADLINES = new DeadlineEventFactory(() -> CALENDARS, ONE_LEVEL);
    static final SlaClockRules RULES = new SlaClockRules(DEADLINES);
    static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    static final String PADANG = "D.13.71";
    static final String BALI = "D.51";

    /** In place of the basis of each deadline in {@link #plain}. */
    static final DeadlineBasis NO_BASIS = new DeadlineBasis(
            "", DecreedCalendarFixture.WIB, 0, Instant.EPOCH, 1, DeadlineUnit.WORKING_DAYS, List.of(), 0, false);

    final ComplaintId id;
    final List<ComplaintEvent> ledger = new ArrayList<>();
    ComplaintClockState clocks = ComplaintClockState.UNKNOWN;
    private int eventCount;

    ComplaintScenario() {
        this(ID);
    }

    ComplaintScenario(ComplaintId id) {
        this.id = id;
    }

    private static <T> Map<SlaClockType, List<T>> forEach(T one) {
        return Arrays.stream(SlaClockType.values()).collect(Collectors.toMap(clock -> clock, clock -> List.of(one)));
    }

    /** The events without those of the overall clock, and without basis and level. */
    static List<ComplaintEvent> plain(List<ComplaintEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof SlaEvent sla) || sla.clock() != SlaClockType.OVERALL)
                .map(event -> switch (event) {
                    case DeadlineSet set ->
                        new DeadlineSet(set.stamp(), set.clock(), set.policy(), set.remindAt(), set.dueAt(), NO_BASIS);
                    default -> event;
                })
                .toList();
    }

    /** A local time in WIB; most tests start on Monday, 8 June 2026, with no holiday before Tuesday, the 16th. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DecreedCalendarFixture.WIB).toInstant();
    }

    static ComplaintScenario routed(ComplaintKind kind, String when) {
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.submitted(kind, when));
        scenario.handle(scenario.routed(when));
        return scenario;
    }

    static ComplaintScenario inFollowUp(ComplaintKind kind, String when) {
        ComplaintScenario scenario = routed(kind, when);
        scenario.handle(scenario.verified(when));
        return scenario;
    }

    static ComplaintScenario answered(String when) {
        ComplaintScenario scenario = inFollowUp(ComplaintKind.COMPLAINT, when);
        scenario.handle(scenario.resolved(when));
        return scenario;
    }

    /** Handles another service's event at the time it was emitted; returns the events emitted in reaction. */
    List<ComplaintEvent> handle(ComplaintEvent event) {
        clocks = RULES.evolve(clocks, event);
        List<ComplaintEvent> events = RULES.react(clocks, event, event.at());
        ledger.add(event);
        events.forEach(this::applyOwn);
        return events;
    }

    /** Folds an event of sla-service itself. */
    void applyOwn(ComplaintEvent own) {
        clocks = RULES.evolve(clocks, own);
        ledger.add(own);
    }

    ComplaintSubmitted submitted(ComplaintKind kind, String when) {
        SubmittedReport report = SubmittedReport.ofText("A hole in the road").withKind(kind);
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class, when), report);
    }

    ComplaintHeldForDesk held(String when) {
        return new ComplaintHeldForDesk(
                stamp(ComplaintHeldForDesk.class, when), new RoutingReason("no-district", List.of()));
    }

    ComplaintRouted routed(String when) {
        return routed(PADANG, DecreedCalendarFixture.WIB, when);
    }

    ComplaintRouted routedToBali(String when) {
        return routed(BALI, WITA, when);
    }

    private ComplaintRouted routed(String code, ZoneId zone, String when) {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class, when),
                new InstitutionRef(code, code, zone),
                Optional.empty(),
                1,
                new RoutingReason("district", List.of()));
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
                stamp(ComplaintArchived.class, when), "too general", ArchiveReasonCode.TOO_GENERAL);
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

    ExtensionRequested extensionRequested(String when) {
        return extensionRequestedBy(PADANG, when);
    }

    ExtensionRequested extensionRequestedBy(String code, String when) {
        return new ExtensionRequested(stamp(ExtensionRequested.class, when), code, "Waiting for a part");
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
        return routed(code, DecreedCalendarFixture.WIB, when);
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

    private EventMetadata stamp(Class<? extends ComplaintEvent> type, String when) {
        eventCount++;
        return EventMetadata.of(id, new UUID(0, eventCount), type, at(when));
    }
}
