/** In-memory index of the open clocks of one partition, ordered by their next alarm. Pure. */
@NullMarked
package id.pintu.sla.clock.index;

import org.jspecify.annotations.NullMarked;
