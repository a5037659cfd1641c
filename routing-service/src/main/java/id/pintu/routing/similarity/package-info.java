/** Which reports tell of the same thing: the same words again, or one incident seen by many. */
@NullMarked
package id.pintu.routing.similarity;

import org.jspecify.annotations.NullMarked;
