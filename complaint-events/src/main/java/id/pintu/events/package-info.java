/**
 * The contract: what can happen to a complaint, said once and in one place.
 *
 * <p>Every event is a record under the sealed {@link id.pintu.events.ComplaintEvent}; reading one complaint's events
 * from first to last tells all there is to know about it. Only the JDK, jspecify and the JSON codec live here.
 */
@NullMarked
package id.pintu.events;

import org.jspecify.annotations.NullMarked;
