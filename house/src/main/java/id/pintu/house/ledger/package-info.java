/**
 * Hearing and saying on the ledger, exactly once.
 *
 * <p>A service brings a pure {@link id.pintu.house.ledger.Decider}; the {@link id.pintu.house.ledger.Clerk} brings it
 * each record in order, keeps what it knows of each complaint in a {@link id.pintu.house.ledger.CaseFile}, and hands its
 * words to the binder, which commits them together with the consumer's place in one Kafka transaction.
 */
@NullMarked
package id.pintu.house.ledger;

import org.jspecify.annotations.NullMarked;
