/** HTTP clients of other services. */
@NullMarked
package id.pintu.support.remote;

import org.jspecify.annotations.NullMarked;
