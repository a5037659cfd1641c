/** Changes of the institution registry: validation, agency feeds, versions and keys. */
@NullMarked
package id.pintu.routing.registry.change;

import org.jspecify.annotations.NullMarked;
