/**
 * Binder of Spring Cloud Stream that passes batches of Kafka records to a function and writes what it returns exactly once.
 * It begins a transaction only for a batch that leads to records.
 */
@NullMarked
package id.pintu.processing.binder;

import org.jspecify.annotations.NullMarked;
