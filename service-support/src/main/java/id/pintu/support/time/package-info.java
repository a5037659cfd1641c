/** Clocks: the system's, or a virtual one that runs faster. */
@NullMarked
package id.pintu.support.time;

import org.jspecify.annotations.NullMarked;
