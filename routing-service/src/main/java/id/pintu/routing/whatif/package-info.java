/** Which edition of the rule book holds, and what another one would have done with past complaints. Pure. */
@NullMarked
package id.pintu.routing.whatif;

import org.jspecify.annotations.NullMarked;
