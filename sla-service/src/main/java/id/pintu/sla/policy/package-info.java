/**
 * What a ministry decides about time: limits, reminders, and who is told when nothing happens. All of it is data with a
 * day from which it is valid; only the JDK, jspecify, the contract and the calendar are known here.
 */
@NullMarked
package id.pintu.sla.policy;

import org.jspecify.annotations.NullMarked;
