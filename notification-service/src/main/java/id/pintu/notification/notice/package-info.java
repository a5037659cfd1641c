/** Decision which events a reporter is notified of, and the state of those notices: pure, no clock, no I/O. */
@NullMarked
package id.pintu.notification.notice;

import org.jspecify.annotations.NullMarked;
