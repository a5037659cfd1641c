/** What an institution is told of by mail, and when: pure, no clock, no I/O. */
@NullMarked
package id.pintu.notification.institutions;

import org.jspecify.annotations.NullMarked;
