/** Training of the routing model, and calibration of its confidence. No I/O. */
@NullMarked
package id.pintu.routing.calibration;

import org.jspecify.annotations.NullMarked;
