/** REST API of the institution registry: public to read, changed by the national desk, entry by entry or as CSV. */
@NullMarked
package id.pintu.routing.http.registry;

import org.jspecify.annotations.NullMarked;
