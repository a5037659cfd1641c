/** What a change of the working calendar does to open deadlines. Pure. */
@NullMarked
package id.pintu.sla.clock.impact;

import org.jspecify.annotations.NullMarked;
