/** Time as a bean: the real clock, or one that runs faster. */
@NullMarked
package id.pintu.support.time;

import org.jspecify.annotations.NullMarked;
