/** Submission of a report, independent of the channel it came through: idempotency, tracking number, reporter key. */
@NullMarked
package id.pintu.intake.submission;

import org.jspecify.annotations.NullMarked;
