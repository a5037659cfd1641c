/** Open clocks of one partition in memory, ordered by when the next one is due. */
@NullMarked
package id.pintu.sla.clock.index;

import org.jspecify.annotations.NullMarked;
