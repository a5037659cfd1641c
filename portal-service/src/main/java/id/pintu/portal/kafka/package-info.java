/** Readers of Kafka topics that every instance keeps in memory. */
@NullMarked
package id.pintu.portal.kafka;

import org.jspecify.annotations.NullMarked;
