/** Doors in: whatever comes through a door becomes a {@code complaint-submitted}, once. */
@NullMarked
package id.pintu.intake;

import org.jspecify.annotations.NullMarked;
