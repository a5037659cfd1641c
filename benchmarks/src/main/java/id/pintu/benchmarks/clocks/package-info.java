/**
 * The clocks under load: JMH for counting, and scenarios of their own for what needs a broker, beside two schedulers
 * people would otherwise take.
 */
@NullMarked
package id.pintu.benchmarks.clocks;

import org.jspecify.annotations.NullMarked;
