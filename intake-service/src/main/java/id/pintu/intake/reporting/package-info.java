/** What a reporter can do, and when: pure. */
@NullMarked
package id.pintu.intake.reporting;

import org.jspecify.annotations.NullMarked;
