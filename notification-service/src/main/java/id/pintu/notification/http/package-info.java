/** REST controller for operators who deliver messages by hand. */
@NullMarked
package id.pintu.notification.http;

import org.jspecify.annotations.NullMarked;
