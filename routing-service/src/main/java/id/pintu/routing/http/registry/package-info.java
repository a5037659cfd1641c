/** The registry over HTTP: anybody may look up who there is; the national desk keeps it, one by one or as a table. */
@NullMarked
package id.pintu.routing.http.registry;

import org.jspecify.annotations.NullMarked;
