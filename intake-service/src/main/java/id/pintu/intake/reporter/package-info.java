/** Commands of a reporter and the decider that accepts or refuses them: pure, no clock, no I/O. */
@NullMarked
package id.pintu.intake.reporter;

import org.jspecify.annotations.NullMarked;
