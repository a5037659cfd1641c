/** Dead letters as work: what is open in the topic {@code complaints.dead}, replaying a record, and closing a dead letter. */
@NullMarked
package id.pintu.processing.deadletters;

import org.jspecify.annotations.NullMarked;
