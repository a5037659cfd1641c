/** In which order a service starts, and what is done once on the way. */
@NullMarked
package id.pintu.house.start;

import org.jspecify.annotations.NullMarked;
