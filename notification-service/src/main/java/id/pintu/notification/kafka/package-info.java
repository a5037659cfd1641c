/** Consumer of the compacted topic {@code reporters}. */
@NullMarked
package id.pintu.notification.kafka;

import org.jspecify.annotations.NullMarked;
