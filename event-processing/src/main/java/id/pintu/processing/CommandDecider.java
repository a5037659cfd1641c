package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import java.time.Instant;
import java.util.List;

/**
 * A decider that people can ask something of.
 *
 * @param <S> what it needs to know of a complaint
 * @param <C> the sealed type of what can be asked
 */
public interface CommandDecider<S, C extends ComplaintCommand> extends ComplaintDecider<S> {

    CommandDecision decide(S state, C command, Instant now);

    /** The answer to a command. */
    sealed interface CommandDecision {

        /** It is done by saying these events. */
        record Accepted(List<ComplaintEvent> events) implements CommandDecision {
            public Accepted {
                events = List.copyOf(events);
            }
        }

        /**
         * It cannot be done.
         *
         * @param code kebab-case, stable, for programs
         * @param detail for people; no personal data
         */
        record Refused(String code, String detail) implements CommandDecision {}
    }
}
