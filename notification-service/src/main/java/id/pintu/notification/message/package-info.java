/** Texts of notices: one template file per notice type, with subject, Indonesian, English and SMS text. */
@NullMarked
package id.pintu.notification.message;

import org.jspecify.annotations.NullMarked;
