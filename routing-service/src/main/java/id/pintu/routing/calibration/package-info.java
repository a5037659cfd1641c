/** How learnt weights become a confidence that can be trusted: training, calibration and the fitted model. Pure. */
@NullMarked
package id.pintu.routing.calibration;

import org.jspecify.annotations.NullMarked;
