/** {@code pintu whatif}: what a draft of the rule book would have done with past complaints. */
@NullMarked
package id.pintu.standalone.whatif;

import org.jspecify.annotations.NullMarked;
