/** Reading topics beside the service's own line: what was committed only, and holding up nobody. */
@NullMarked
package id.pintu.processing.topics;

import org.jspecify.annotations.NullMarked;
