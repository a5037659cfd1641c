/**
 * SLA policies of the ministry as data: limits, reminders and escalations, each policy with the day from which it is valid.
 * Pure: depends on the JDK, jspecify, the event contract and the calendar only.
 */
@NullMarked
package id.pintu.sla.policy;

import org.jspecify.annotations.NullMarked;
