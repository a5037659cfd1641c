package id.pintu.events;

import java.time.Instant;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** What the clocks say. Said by sla-service. */
public sealed interface SlaEvent extends ComplaintEvent {

    /** Which limit runs. */
    Clock clock();

    /**
     * A clock started or started again.
     *
     * @param policy name of the limit that set it, such as {@code follow-up-complaint-14-working-days}
     * @param remindAt when the responsible people are reminded
     * @param dueAt the last instant that is still in time, at the close of office hours
     */
    record DeadlineSet(Stamp stamp, Clock clock, String policy, Instant remindAt, Instant dueAt) implements SlaEvent {}

    /** The reminder before the deadline. */
    record DeadlineNeared(Stamp stamp, Clock clock, Instant dueAt) implements SlaEvent {}

    /**
     * The limit passed without the step it asks for: an escalation.
     *
     * @param level 1 for the first escalation
     * @param escalatedTo who is told
     */
    record DeadlineMissed(Stamp stamp, Clock clock, Instant dueAt, int level, String escalatedTo) implements SlaEvent {}

    /** The step was taken, in time or late, or is no longer owed. */
    record DeadlineMet(Stamp stamp, Clock clock) implements SlaEvent {}

    /** The clock rests while the reporter is asked; a new {@link DeadlineSet} follows when it goes on. */
    record DeadlinePaused(Stamp stamp, Clock clock) implements SlaEvent {}

    /** Nothing more is owed to anybody. */
    record ComplaintClosed(Stamp stamp, Clock clock, Outcome outcome) implements SlaEvent {}

    /** The limits of sp4n-lapor. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum Clock {
        DESK_VERIFICATION,
        INSTITUTION_VERIFICATION,
        FOLLOW_UP,
        REPORTER_SILENCE
    }

    /** Why a complaint was closed. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum Outcome {
        /** The reporter stayed silent after the answer. */
        SILENCE,
        /** The reporter rated the answer. */
        RATED
    }
}
