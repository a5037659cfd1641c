package id.pintu.notification.institutions;

import java.time.Instant;
import java.util.UUID;

/**
 * That a clock ran out, or that a late one was escalated further.
 *
 * @param event id of the event that says so
 * @param level number of the escalation, from 1
 * @param toHead whether the head of the institution is told too
 * @param at time of the event
 */
public record ClockExpiry(UUID event, int level, boolean toHead, Instant at) {}
