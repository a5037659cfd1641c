/** Latency and throughput from submission to agency feed, compared with the broker alone on the same machine. */
@NullMarked
package id.pintu.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
