/**
 * Kafka consumers beside the service's bindings, on threads of their own: compacted topics kept in memory, and readers of
 * the ledger that must not delay the event processor.
 */
@NullMarked
package id.pintu.processing.topics;

import org.jspecify.annotations.NullMarked;
