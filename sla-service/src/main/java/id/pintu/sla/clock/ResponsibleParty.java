package id.pintu.sla.clock;

import id.pintu.events.InstitutionRef;
import java.time.ZoneId;

/**
 * Who has to act.
 *
 * @param institution its code
 * @param zone in which its working days are counted
 * @param assignment number of the assignment, 0 before the first
 */
public record ResponsibleParty(String institution, ZoneId zone, int assignment) {

    /** The national desk, which sits in WIB. */
    public static final ResponsibleParty DESK = new ResponsibleParty("DESK", ZoneId.of("Asia/Jakarta"), 0);

    static ResponsibleParty of(InstitutionRef institution, int assignment) {
        return new ResponsibleParty(institution.code(), institution.zone(), assignment);
    }

    ResponsibleParty asDesk() {
        return new ResponsibleParty(DESK.institution, DESK.zone, assignment);
    }
}
