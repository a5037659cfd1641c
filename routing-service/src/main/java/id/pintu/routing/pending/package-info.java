/** Acts of institutions that wait for a few seconds, in which they can be undone, before they become commands. */
@NullMarked
package id.pintu.routing.pending;

import org.jspecify.annotations.NullMarked;
