/** What-if comparison: what a draft rule book would have done with past complaints. Pure. */
@NullMarked
package id.pintu.routing.whatif;

import org.jspecify.annotations.NullMarked;
