/** Whose affair a report is: evidence of several kinds, weighed into one decision that tells its reasons. Pure. */
@NullMarked
package id.pintu.routing.decision;

import org.jspecify.annotations.NullMarked;
