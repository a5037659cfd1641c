package id.pintu.routing.handling;

import id.pintu.processing.CommandDecider.CommandDecision.Refused;

/** Factory of the refusals that several command rules share. */
final class HandlingRefusals {

    private HandlingRefusals() {}

    /**
     * @param institution code of the institution that sent the command
     */
    static Refused notResponsible(String institution) {
        return new Refused("not-responsible", "This complaint is not with " + institution + ".");
    }

    static Refused answered() {
        return new Refused("answered", "The final answer was given; the reporter may still contest it.");
    }
}
