/** Routing decision for a report: which institution is responsible, and why. No I/O. */
@NullMarked
package id.pintu.routing.decision;

import org.jspecify.annotations.NullMarked;
