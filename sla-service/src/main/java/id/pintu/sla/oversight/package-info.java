/**
 * How institutions keep their time, in the figures LAPOR! reports: counted from the same fold as the clocks. Only the
 * JDK, jspecify, the contract, the calendar and the clocks are known here.
 */
@NullMarked
package id.pintu.sla.oversight;

import org.jspecify.annotations.NullMarked;
