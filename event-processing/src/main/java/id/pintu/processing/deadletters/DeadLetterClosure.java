package id.pintu.processing.deadletters;

import java.time.Instant;

/**
 * How a dead letter was closed; a record of the topic {@code complaints.dead} with the same key.
 *
 * @param how what was done
 * @param by who did it, such as {@code OPERATOR}
 * @param why for people; empty for a replay
 */
public record DeadLetterClosure(ClosureMethod how, String by, String why, Instant at) {

    /** Record type of a closure. */
    static final String RECORD_TYPE = "dead-letter-closed";

    /** What was done. */
    public enum ClosureMethod {
        /** The record was sent again, once. */
        REPLAYED,
        /** Nothing more is to be done. */
        DISMISSED
    }
}
