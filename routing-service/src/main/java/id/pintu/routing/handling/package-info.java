/** Handling of a complaint: its state, who is responsible, and what institutions and the desk may do. No I/O. */
@NullMarked
package id.pintu.routing.handling;

import org.jspecify.annotations.NullMarked;
