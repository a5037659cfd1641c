/** Whoever left a contact hears of each step once, by the channel they chose, in words they understand. */
@NullMarked
package id.pintu.notification;

import org.jspecify.annotations.NullMarked;
