/** Notification channel for e-mail over SMTP. */
@NullMarked
package id.pintu.notification.mail;

import org.jspecify.annotations.NullMarked;
