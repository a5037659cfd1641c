/** Which institution is responsible, and what it has done so far. */
@NullMarked
package id.pintu.routing;

import org.jspecify.annotations.NullMarked;
