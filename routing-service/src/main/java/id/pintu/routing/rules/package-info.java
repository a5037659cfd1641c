/** The rule book: whose affair is what, as data that is compiled, checked and matched against reports. Pure. */
@NullMarked
package id.pintu.routing.rules;

import org.jspecify.annotations.NullMarked;
