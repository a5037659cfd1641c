/** What an operator reads and ticks off. */
@NullMarked
package id.pintu.notification.http;

import org.jspecify.annotations.NullMarked;
