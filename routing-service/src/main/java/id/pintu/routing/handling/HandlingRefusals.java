package id.pintu.routing.handling;

import id.pintu.processing.CommandDecider.CommandDecision.Refused;

/** Factory of the refusals that several command rules share. */
public final class HandlingRefusals {

    /** Code of the refusal of an answer that only says "go elsewhere". */
    public static final String POINTS_ELSEWHERE = "closure-points-elsewhere";

    private HandlingRefusals() {}

    /**
     * @param institution code of the institution that sent the command
     */
    static Refused notResponsible(String institution) {
        return new Refused("not-responsible", "This complaint is not with " + institution + ".");
    }

    public static Refused pointsElsewhere() {
        return new Refused(
                POINTS_ELSEWHERE,
                "The answer only refers the reporter to someone else: return the complaint, and it goes there.");
    }

    static Refused answered() {
        return new Refused("answered", "The final answer was given; the reporter may still contest it.");
    }
}
