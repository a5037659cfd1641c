/** How fast the parts are, measured by JMH. */
@NullMarked
package id.pintu.benchmarks;

import org.jspecify.annotations.NullMarked;
