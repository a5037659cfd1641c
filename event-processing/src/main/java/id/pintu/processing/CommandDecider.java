package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decider that also accepts or refuses commands.
 *
 * @param <S> state of a complaint
 * @param <C> sealed type of the commands
 */
public interface CommandDecider<S, C extends ComplaintCommand> extends ComplaintDecider<S> {

    /** Decides on a command by the state at the time it is processed. */
    CommandDecision decide(S state, C command, Instant now);

    /**
     * Version of a state, for senders who want their command refused when anything happened since they looked: the number of
     * events folded. Empty when the decider has none; then no command is refused for it.
     */
    default OptionalInt version(S state) {
        return OptionalInt.empty();
    }

    /** Result of a command. */
    sealed interface CommandDecision {

        /** The command is accepted; these events carry it out. */
        record Accepted(List<ComplaintEvent> events) implements CommandDecision {
            public Accepted {
                events = List.copyOf(events);
            }
        }

        /**
         * The command is refused, and nothing changes.
         *
         * @param code kebab-case, stable, for programs
         * @param detail for people; no personal data
         * @param retryAt from when the same command may be accepted, if its time has not come yet; otherwise it stays refused
         */
        record Refused(String code, String detail, Optional<Instant> retryAt) implements CommandDecision {

            /** Code of a refusal because the complaint changed since the sender saw it. */
            public static final String CHANGED_MEANWHILE = "changed-meanwhile";

            public Refused(String code, String detail) {
                this(code, detail, Optional.empty());
            }
        }
    }
}
