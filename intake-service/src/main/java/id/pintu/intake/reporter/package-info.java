/** What a reporter can do, and when: pure. */
@NullMarked
package id.pintu.intake.reporter;

import org.jspecify.annotations.NullMarked;
