/** Compacted topic {@code accounts}, which only this service reads, and the topic of revoked tokens. */
@NullMarked
package id.pintu.account.kafka;

import org.jspecify.annotations.NullMarked;
