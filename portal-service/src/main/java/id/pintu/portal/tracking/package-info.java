/**
 * What the public may know of a complaint, folded from the ledger.
 *
 * <p>What is hidden from the public (Rahasia) never gets into this state, so nothing behind it can show it by mistake.
 */
@NullMarked
package id.pintu.portal.tracking;

import org.jspecify.annotations.NullMarked;
