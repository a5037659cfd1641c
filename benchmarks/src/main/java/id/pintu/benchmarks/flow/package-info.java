/** Load scenarios from submission to feed, beside the broker's own latency on the same machine. */
@NullMarked
package id.pintu.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
