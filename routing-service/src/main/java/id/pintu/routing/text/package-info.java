/** Text processing of routing: tokens of a text, and a matcher that finds known phrases in it. Pure. */
@NullMarked
package id.pintu.routing.text;

import org.jspecify.annotations.NullMarked;
