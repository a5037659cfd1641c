/**
 * SLA timers on Kafka: emission of reminders, missed and moved deadlines, once each, by the owner of each partition; and
 * the compacted topics of decrees, of the impact of calendar changes, and of institutions.
 */
@NullMarked
package id.pintu.sla.kafka;

import org.jspecify.annotations.NullMarked;
