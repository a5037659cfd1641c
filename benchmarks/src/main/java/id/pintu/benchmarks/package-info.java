/** JMH benchmarks and heap measurements of routing. */
@NullMarked
package id.pintu.benchmarks;

import org.jspecify.annotations.NullMarked;
