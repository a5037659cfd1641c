/** How fast a report goes through the whole house, beside what the broker alone can do on the same machine. */
@NullMarked
package id.pintu.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
