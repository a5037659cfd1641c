/**
 * Read model of a complaint for the public, folded from the event log.
 *
 * <p>Hidden content (Rahasia) never gets into this state, so no page and no API can show it by mistake.
 */
@NullMarked
package id.pintu.portal.tracking;

import org.jspecify.annotations.NullMarked;
