/**
 * A year of complaints in minutes: the real sla-service, in processes of its own, on a clock that is set; and a slow
 * reference beside it that counts every day on its fingers and says what has to happen when.
 */
@NullMarked
package id.pintu.standalone.simulation;

import org.jspecify.annotations.NullMarked;
