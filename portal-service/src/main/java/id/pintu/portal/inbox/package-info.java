/**
 * Read model of an institution's inbox: what each complaint is about, who has it, how far it is and until when, folded from
 * the ledger; the lists it is in; and the figures of an institution's own work.
 */
@NullMarked
package id.pintu.portal.inbox;

import org.jspecify.annotations.NullMarked;
