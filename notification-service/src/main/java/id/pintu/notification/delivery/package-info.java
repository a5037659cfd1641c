/** Delivery of pending notices: workers with leases and retries, manual delivery, and the events that record outcomes. */
@NullMarked
package id.pintu.notification.delivery;

import org.jspecify.annotations.NullMarked;
