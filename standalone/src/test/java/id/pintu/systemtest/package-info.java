/** System tests of all services together, on a real broker, some in separate processes that are killed. */
@NullMarked
package id.pintu.systemtest;

import org.jspecify.annotations.NullMarked;
