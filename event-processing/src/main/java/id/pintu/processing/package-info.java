/**
 * Event processing on the ledger, exactly once.
 *
 * <p>A service supplies a pure {@link id.pintu.processing.ComplaintDecider}. The
 * {@link id.pintu.processing.EventProcessor} hands it each record in order, keeps a
 * {@link id.pintu.processing.ComplaintSnapshot} per complaint in the {@link id.pintu.processing.SnapshotStore}, and
 * returns the emitted events to the binder, which commits them together with the consumer offset in one Kafka
 * transaction.
 */
@NullMarked
package id.pintu.processing;

import org.jspecify.annotations.NullMarked;
