/** Mails to institutions: who gets them, which are due, their delivery, and the record of those that were sent. */
@NullMarked
package id.pintu.notification.institutions.delivery;

import org.jspecify.annotations.NullMarked;
