package id.pintu.events;

import java.time.ZoneId;

/**
 * Institution as recorded in an event.
 *
 * @param code registry code such as {@code D.33.74}; also part of the name of its feed topic
 * @param name name for citizens, as of the event
 * @param zone time zone its working days are counted in
 */
public record InstitutionRef(String code, String name, ZoneId zone) {}
