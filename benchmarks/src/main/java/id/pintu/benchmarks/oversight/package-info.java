/** Benchmarks of oversight figures. */
@NullMarked
package id.pintu.benchmarks.oversight;

import org.jspecify.annotations.NullMarked;
