/** Impact of a change of the working calendar on open deadlines. Pure. */
@NullMarked
package id.pintu.sla.clock.impact;

import org.jspecify.annotations.NullMarked;
