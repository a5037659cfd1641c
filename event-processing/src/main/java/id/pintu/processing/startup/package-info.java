/** In which order a service starts, and what is done once on the way. */
@NullMarked
package id.pintu.processing.startup;

import org.jspecify.annotations.NullMarked;
