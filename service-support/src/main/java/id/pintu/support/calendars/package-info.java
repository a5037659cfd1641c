/** Working days of institutions, as sla-service's decrees make them. */
@NullMarked
package id.pintu.support.calendars;

import org.jspecify.annotations.NullMarked;
