/** Closed days as iCalendar (RFC 5545), for the calendars people already have. */
@NullMarked
package id.pintu.sla.ical;

import org.jspecify.annotations.NullMarked;
