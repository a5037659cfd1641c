/** How many submissions one source, one contact and one key may send. */
@NullMarked
package id.pintu.intake.rates;

import org.jspecify.annotations.NullMarked;
