/** Closed days in iCalendar format (RFC 5545), for calendar applications. */
@NullMarked
package id.pintu.sla.ical;

import org.jspecify.annotations.NullMarked;
