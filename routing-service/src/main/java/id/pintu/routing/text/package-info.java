/** A report's text as routing reads it: words, and the known phrases among them. Pure. */
@NullMarked
package id.pintu.routing.text;

import org.jspecify.annotations.NullMarked;
