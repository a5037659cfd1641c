/** The state of handling: where a complaint is, and what an institution or the desk may do with it. Pure. */
@NullMarked
package id.pintu.routing.handling;

import org.jspecify.annotations.NullMarked;
