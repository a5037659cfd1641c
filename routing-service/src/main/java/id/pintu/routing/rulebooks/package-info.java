/** The editions of the rule book: which one holds now, and trying another one on the past. */
@NullMarked
package id.pintu.routing.rulebooks;

import org.jspecify.annotations.NullMarked;
