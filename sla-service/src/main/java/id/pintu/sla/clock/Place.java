package id.pintu.sla.clock;

import id.pintu.events.Institution;
import java.time.ZoneId;

/**
 * Who has to act.
 *
 * @param institution its code
 * @param zone in which its working days are counted
 * @param assignment number of the assignment, 0 before the first
 */
public record Place(String institution, ZoneId zone, int assignment) {

    /** The national desk, which sits in WIB. */
    public static final Place DESK = new Place("DESK", ZoneId.of("Asia/Jakarta"), 0);

    static Place of(Institution institution, int assignment) {
        return new Place(institution.code(), institution.zone(), assignment);
    }

    Place atDesk() {
        return new Place(DESK.institution, DESK.zone, assignment);
    }
}
