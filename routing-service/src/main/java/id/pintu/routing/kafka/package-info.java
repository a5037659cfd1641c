/** Routing on Kafka beside its bindings: feeds, readers of the whole ledger, and the start-up of the registry. */
@NullMarked
package id.pintu.routing.kafka;

import org.jspecify.annotations.NullMarked;
