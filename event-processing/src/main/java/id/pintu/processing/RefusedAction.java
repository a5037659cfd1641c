package id.pintu.processing;

import java.time.Instant;

/**
 * Command that came as a record and was refused.
 *
 * @param actionId id that its sender gave it
 * @param refusal why
 * @param at when it was decided
 */
public record RefusedAction(String actionId, ComplaintCommand command, CommandOutcome refusal, Instant at) {}
