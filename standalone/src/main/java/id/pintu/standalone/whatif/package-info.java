/** Command {@code pintu whatif}: compares a draft rule book with the rules in force on past complaints. */
@NullMarked
package id.pintu.standalone.whatif;

import org.jspecify.annotations.NullMarked;
