/**
 * SLA timers under load: a JMH benchmark of deadline calculation, and scenarios with a broker, compared with Quartz and
 * db-scheduler.
 */
@NullMarked
package id.pintu.benchmarks.clocks;

import org.jspecify.annotations.NullMarked;
