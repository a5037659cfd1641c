package id.pintu.intake.rates;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of submissions and changes of contacts; 0 is no limit.
 *
 * @param sourcePerMinute from one client address (IPv6: one network of 64 bits) without the key of a channel. A mobile
 *     network has thousands of telephones behind one address
 * @param contactPerHour naming one e-mail address or telephone number, from whomever
 * @param keyPerMinute with one key of a channel that has no quota of its own
 * @param uploadsPerMinute of files, from one client address without the key of a channel
 * @param trackedSenders how many addresses, contacts and keys are remembered, in memory, per instance
 */
public record SubmissionRateLimits(
        @DefaultValue("600") int sourcePerMinute,
        @DefaultValue("30") int contactPerHour,
        @DefaultValue("6000") int keyPerMinute,
        @DefaultValue("300") int uploadsPerMinute,
        @DefaultValue("100000") int trackedSenders) {

    /** Without any limit. */
    public static final SubmissionRateLimits NONE = new SubmissionRateLimits(0, 0, 0, 0, 1);
}
