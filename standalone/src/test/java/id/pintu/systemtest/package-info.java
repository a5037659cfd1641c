/** System tests of all services together, on a real broker, in processes that can be killed. */
@NullMarked
package id.pintu.systemtest;

import org.jspecify.annotations.NullMarked;
