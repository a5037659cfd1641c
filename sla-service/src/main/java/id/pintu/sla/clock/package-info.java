/**
 * How long everybody has: working calendars, limits, and the one clock that runs for a complaint at any moment.
 *
 * <p>A clock follows the complaint's {@link id.pintu.sla.clock.CurrentClockPhase}, which is folded from what others say; {@link
 * id.pintu.sla.clock.SlaClockRules} says what the clocks do, {@link id.pintu.sla.clock.index.OpenClockIndex} what is due when nobody
 * says anything. Only the JDK, jspecify and the contract are known here, and no wall clock.
 */
@NullMarked
package id.pintu.sla.clock;

import org.jspecify.annotations.NullMarked;
