/** The channel that sends real mail over SMTP. */
@NullMarked
package id.pintu.notification.mail;

import org.jspecify.annotations.NullMarked;
