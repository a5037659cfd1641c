/**
 * Read model of a complaint for the public, folded from the event log.
 *
 * <p>Hidden content (Rahasia) never gets into this state, nor into the entries of the public timeline, so no page and no
 * API can show it by mistake. What belongs to the reporter is in documents of its own, read by one method only.
 */
@NullMarked
package id.pintu.portal.tracking;

import org.jspecify.annotations.NullMarked;
