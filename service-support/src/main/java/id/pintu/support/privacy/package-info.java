/** Personal data in what people write. */
@NullMarked
package id.pintu.support.privacy;

import org.jspecify.annotations.NullMarked;
