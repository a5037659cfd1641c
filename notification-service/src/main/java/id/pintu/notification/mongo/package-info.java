/** MongoDB collections of notification-service beside the snapshots: contacts, delivery leases and the outbox. */
@NullMarked
package id.pintu.notification.mongo;

import org.jspecify.annotations.NullMarked;
