/** What a reporter is owed word of, and what became of it: pure, no clock, no outside world. */
@NullMarked
package id.pintu.notification.notice;

import org.jspecify.annotations.NullMarked;
