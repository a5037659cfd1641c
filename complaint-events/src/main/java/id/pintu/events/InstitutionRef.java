package id.pintu.events;

import java.time.ZoneId;

/**
 * An institution as an event names it.
 *
 * @param code registry code such as {@code D.33.74}; also the name of its feed
 * @param name as citizens know it
 * @param zone its own time zone; its working days are counted there
 */
public record InstitutionRef(String code, String name, ZoneId zone) {}
