/** Time as a speaker on the ledger: what nobody did is said once, by whoever holds the partition. */
@NullMarked
package id.pintu.sla.kafka;

import org.jspecify.annotations.NullMarked;
