/** Binary codec of open clocks, so that a million of them fit on the heap. Pure. */
@NullMarked
package id.pintu.sla.clock.codec;

import org.jspecify.annotations.NullMarked;
