/**
 * Clocks of a complaint: state, rules and deadlines. At any time one clock at most runs for the party whose turn it is, and the
 * overall clock beside it.
 *
 * <p>A clock follows the complaint's {@link id.pintu.sla.clock.CurrentClockPhase}, which is folded from the events of other
 * services. {@link id.pintu.sla.clock.SlaClockRules} reacts to events, {@link id.pintu.sla.clock.index.OpenClockIndex} to the
 * passing of time. Pure: depends on the JDK, jspecify, the event contract, the calendar and the policies, and reads no wall
 * clock.
 */
@NullMarked
package id.pintu.sla.clock;

import org.jspecify.annotations.NullMarked;
