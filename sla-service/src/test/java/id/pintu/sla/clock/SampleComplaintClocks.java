package id.pintu.sla.clock;

import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;

/** Fixture: clock states of sample complaints in different situations, for tests of the oversight figures. */
public final class SampleComplaintClocks {

    private static final String MONDAY = "2026-06-08T10:00";
    private static final String TUESDAY = "2026-06-09T10:00";
    private static final String NEXT_MONDAY = "2026-06-15T10:00";
    private static final String WEDNESDAY_AFTER = "2026-06-17T10:00";

    private SampleComplaintClocks() {}

    /**
     * State of one complaint.
     *
     * @param situation routed, in follow-up, answered, contested, withdrawn or late
     */
    public static ComplaintClockState of(String situation, String institution, ComplaintKind kind) {
        ComplaintScenario scenario = new ComplaintScenario();
        scenario.handle(scenario.submitted(kind, MONDAY));
        scenario.handle(scenario.routedTo(institution, MONDAY));
        switch (situation) {
            case "routed" -> {}
            case "in follow-up" -> scenario.handle(scenario.verifiedBy(institution, MONDAY));
            case "answered", "contested" -> {
                scenario.handle(scenario.verifiedBy(institution, MONDAY));
                scenario.handle(scenario.resolvedBy(institution, TUESDAY));
                if (situation.equals("contested")) {
                    scenario.handle(scenario.contested(NEXT_MONDAY));
                }
            }
            case "withdrawn" -> {
                scenario.handle(scenario.verifiedBy(institution, MONDAY));
                scenario.handle(scenario.withdrawn(TUESDAY));
            }
            case "late" -> {
                DeadlineState missed = scenario.clocks.deadlines().open().orElseThrow();
                scenario.applyOwn(new DeadlineMissed(
                        EventMetadata.of(
                                scenario.id,
                                missed.id(),
                                DeadlineMissed.class,
                                1,
                                ComplaintScenario.at("2026-06-11T16:01")),
                        SlaClockType.INSTITUTION_VERIFICATION,
                        missed.set().dueAt(),
                        1,
                        "liaison",
                        false));
                scenario.handle(scenario.verifiedBy(institution, NEXT_MONDAY));
                scenario.handle(scenario.resolvedBy(institution, WEDNESDAY_AFTER));
            }
            default -> throw new IllegalArgumentException(situation);
        }
        return scenario.clocks;
    }
}
