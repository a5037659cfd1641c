package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Immutable script of a simulated institution's actions on a complaint. It is chosen by a hash of the tracking number, so
 * that it depends on nothing else.
 *
 * @param steps in order
 */
record InstitutionScript(List<ScriptedStep> steps) {

    /** Action of an institution, or of the reporter in answer to it. */
    enum ScriptedAction {
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
     * One step of a script.
     *
     * @param delay virtual time since the assignment
     */
    record ScriptedStep(ScriptedAction action, Duration delay) {}

    private static final InstitutionScript SOLVES = of("VERIFY 12, ASSIGN_UNIT 24, FOLLOW_UP 48, RESOLVE 96");
    private static final InstitutionScript SOLVES_WELL =
            of("VERIFY 6, ASSIGN_UNIT 12, FOLLOW_UP 24, RESOLVE 72, RATE 120");
    private static final InstitutionScript IS_CONTESTED =
            of("VERIFY 12, RESOLVE 48, CONTEST 72, FOLLOW_UP 120, RESOLVE 168, RATE 192");
    private static final InstitutionScript ASKS_FIRST = of("VERIFY 12, ASK 24, REPLY 60, FOLLOW_UP 84, RESOLVE 120");
    private static final InstitutionScript RETURNS = of("RETURN 24");
    private static final InstitutionScript STOPS_HALFWAY = of("VERIFY 24, FOLLOW_UP 72");
    private static final InstitutionScript IGNORES = new InstitutionScript(List.of());

    /**
     * Chooses a script.
     *
     * @param assignment number of the assignment, from 1; only at the first can the script be to return the complaint
     */
    static InstitutionScript of(ComplaintId id, int assignment) {
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

    private static InstitutionScript of(String steps) {
        return new InstitutionScript(Stream.of(steps.split(", ", -1))
                .map(step -> step.split(" ", -1))
                .map(step ->
                        new ScriptedStep(ScriptedAction.valueOf(step[0]), Duration.ofHours(Long.parseLong(step[1]))))
                .toList());
    }
}
