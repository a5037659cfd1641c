/**
 * Webhooks: the records of an institution's feed, posted to an address of its own, signed after Standard Webhooks. See ADR 0070.
 */
@NullMarked
package id.pintu.routing.webhooks;

import org.jspecify.annotations.NullMarked;
