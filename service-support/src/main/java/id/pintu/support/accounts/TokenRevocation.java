package id.pintu.support.accounts;

import java.time.Instant;

/**
 * Record of the topic {@code token-revocations}: tokens of an account or a sign-in are not accepted any more.
 *
 * @param issuedUntil tokens that were issued at this time or before
 */
public record TokenRevocation(Instant issuedUntil) {}
