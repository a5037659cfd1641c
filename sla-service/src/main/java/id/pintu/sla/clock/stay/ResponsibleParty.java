package id.pintu.sla.clock.stay;

import id.pintu.events.InstitutionRef;
import java.time.ZoneId;

/**
 * Immutable reference to the party that has to act: an institution or the national desk.
 *
 * @param institution code of the institution
 * @param zone time zone in which its working days are counted
 * @param assignment number of the assignment, 0 before the first
 */
public record ResponsibleParty(String institution, ZoneId zone, int assignment) {

    /** The national desk, in WIB. */
    public static final ResponsibleParty DESK = new ResponsibleParty("DESK", ZoneId.of("Asia/Jakarta"), 0);

    /** An institution with the number of its assignment. */
    public static ResponsibleParty of(InstitutionRef institution, int assignment) {
        return new ResponsibleParty(institution.code(), institution.zone(), assignment);
    }

    /** The national desk, for the same assignment. */
    public ResponsibleParty asDesk() {
        return new ResponsibleParty(DESK.institution, DESK.zone, assignment);
    }
}
