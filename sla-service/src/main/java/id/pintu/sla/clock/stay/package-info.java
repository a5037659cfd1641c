/**
 * Stays of a complaint at the parties responsible for it: who had it from when to when, which steps that party took, and when
 * it waited for the reporter. Pure: depends on the JDK, jspecify, the event contract and the calendar only.
 */
@NullMarked
package id.pintu.sla.clock.stay;

import org.jspecify.annotations.NullMarked;
