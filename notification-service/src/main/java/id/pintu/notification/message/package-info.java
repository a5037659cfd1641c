/** What a notice says: one file of words per step, Indonesian first, English second, and one for SMS. */
@NullMarked
package id.pintu.notification.message;

import org.jspecify.annotations.NullMarked;
