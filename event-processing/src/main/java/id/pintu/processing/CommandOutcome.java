package id.pintu.processing;

import java.time.Instant;
import java.util.Optional;

/**
 * Stored result of a command.
 *
 * @param refusal kebab-case code; empty when it was accepted
 * @param detail for people; empty when it was accepted
 * @param retryAt from when a refused command may be sent again
 * @param fingerprint {@linkplain CommandCodec#fingerprint of the command}; 0 when it is not known
 * @param position of the command that was decided; empty when it was accepted
 */
public record CommandOutcome(
        String refusal, String detail, Optional<Instant> retryAt, long fingerprint, String position) {

    static CommandOutcome accepted(long fingerprint) {
        return new CommandOutcome("", "", Optional.empty(), fingerprint, "");
    }

    /** Refusal of a command whose id another one had. */
    static CommandOutcome idReused() {
        return new CommandOutcome(
                "id-reused", "Its id was used before for an action with another content.", Optional.empty(), 0, "");
    }

    public boolean done() {
        return refusal.isEmpty();
    }

    /** Whether it is the outcome of a command with another content. */
    public boolean isOfAnother(long otherFingerprint) {
        return fingerprint != 0 && fingerprint != otherFingerprint;
    }
}
