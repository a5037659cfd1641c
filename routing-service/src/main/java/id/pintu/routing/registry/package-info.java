/** Who there is: the institutions, the regions they serve, whether they are connected. Pure. */
@NullMarked
package id.pintu.routing.registry;

import org.jspecify.annotations.NullMarked;
