package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import java.time.Duration;
import java.util.List;

/**
 * What the institutions of a demo do with a complaint: chosen by its number, so that two runs tell the same story.
 *
 * @param steps in order, each so long after the assignment
 */
record Script(List<Step> steps) {

    /** One thing done. */
    enum Act {
        VERIFY,
        ASSIGN_UNIT,
        ASK,
        REPLY,
        FOLLOW_UP,
        RESOLVE,
        RETURN,
        RATE,
        CONTEST
    }

    /**
     * @param after virtual time since the assignment
     */
    record Step(Act act, Duration after) {}

    private static final Script SOLVES = of("VERIFY 12, ASSIGN_UNIT 24, FOLLOW_UP 48, RESOLVE 96");
    private static final Script SOLVES_WELL = of("VERIFY 6, ASSIGN_UNIT 12, FOLLOW_UP 24, RESOLVE 72, RATE 120");
    private static final Script IS_CONTESTED =
            of("VERIFY 12, RESOLVE 48, CONTEST 72, FOLLOW_UP 120, RESOLVE 168, RATE 192");
    private static final Script ASKS_FIRST = of("VERIFY 12, ASK 24, REPLY 60, FOLLOW_UP 84, RESOLVE 120");
    private static final Script RETURNS = of("RETURN 24");
    private static final Script STOPS_HALFWAY = of("VERIFY 24, FOLLOW_UP 72");
    private static final Script IGNORES = new Script(List.of());

    /**
     * @param assignment 1 for the first institution; a later one does not return it again
     */
    static Script of(ComplaintId id, int assignment) {
        int lot = Math.floorMod(id.value().hashCode() * 31 + assignment, 100);
        if (lot < 30) {
            return SOLVES;
        }
        if (lot < 45) {
            return SOLVES_WELL;
        }
        if (lot < 50) {
            return IS_CONTESTED;
        }
        if (lot < 60) {
            return ASKS_FIRST;
        }
        if (lot < 70) {
            return assignment == 1 ? RETURNS : SOLVES;
        }
        return lot < 80 ? STOPS_HALFWAY : IGNORES;
    }

    private static Script of(String steps) {
        return new Script(java.util.stream.Stream.of(steps.split(", ", -1))
                .map(step -> step.split(" ", -1))
                .map(step -> new Step(Act.valueOf(step[0]), Duration.ofHours(Long.parseLong(step[1]))))
                .toList());
    }
}
