/** Carries each open notice to its reporter once, and tells the ledger how it ended. */
@NullMarked
package id.pintu.notification.delivery;

import org.jspecify.annotations.NullMarked;
