/** What the notifier keeps beside the case files: contacts, claims, and what waits for delivery by hand. */
@NullMarked
package id.pintu.notification.mongo;

import org.jspecify.annotations.NullMarked;
