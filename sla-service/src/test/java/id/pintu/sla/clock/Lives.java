package id.pintu.sla.clock;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.Stamp;

/** Some complaints at some institution, for whoever counts them. */
public final class Lives {

    private static final String MONDAY = "2026-06-08T10:00";
    private static final String TUESDAY = "2026-06-09T10:00";
    private static final String NEXT_MONDAY = "2026-06-15T10:00";
    private static final String WEDNESDAY_AFTER = "2026-06-17T10:00";

    private Lives() {}

    /**
     * @param life routed, in follow-up, answered, contested, withdrawn or late
     */
    public static ComplaintClocks of(String life, String institution, ComplaintKind kind) {
        Story story = new Story();
        story.hears(story.submitted(kind, MONDAY));
        story.hears(story.routedTo(institution, MONDAY));
        switch (life) {
            case "routed" -> {}
            case "in follow-up" -> story.hears(story.verifiedBy(institution, MONDAY));
            case "answered", "contested" -> {
                story.hears(story.verifiedBy(institution, MONDAY));
                story.hears(story.resolvedBy(institution, TUESDAY));
                if (life.equals("contested")) {
                    story.hears(story.contested(NEXT_MONDAY));
                }
            }
            case "withdrawn" -> {
                story.hears(story.verifiedBy(institution, MONDAY));
                story.hears(story.withdrawn(TUESDAY));
            }
            case "late" -> {
                Deadline missed = story.clocks.open().orElseThrow();
                story.folds(new DeadlineMissed(
                        Stamp.of(story.id, missed.id(), DeadlineMissed.class, 1, Story.at("2026-06-11T16:01")),
                        Clock.INSTITUTION_VERIFICATION,
                        missed.set().dueAt(),
                        1,
                        "liaison"));
                story.hears(story.verifiedBy(institution, NEXT_MONDAY));
                story.hears(story.resolvedBy(institution, WEDNESDAY_AFTER));
            }
            default -> throw new IllegalArgumentException(life);
        }
        return story.clocks;
    }
}
