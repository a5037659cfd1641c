/**
 * Oversight figures: how institutions keep their deadlines, in the figures that LAPOR! reports, counted from the state of the
 * clocks. Pure: depends on the JDK, jspecify, the event contract, the calendar and the clocks only.
 */
@NullMarked
package id.pintu.sla.oversight;

import org.jspecify.annotations.NullMarked;
