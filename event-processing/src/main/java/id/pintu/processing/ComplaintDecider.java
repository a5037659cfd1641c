package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import java.time.Instant;
import java.util.List;

/**
 * How a service thinks about one complaint: pure, no clock, no randomness, no outside world.
 *
 * @param <S> what it needs to know of a complaint; an immutable value
 */
public interface ComplaintDecider<S> {

    /** What is known of a complaint nothing was heard of. */
    S initial();

    /**
     * What is known after this event, whoever said it. Never called twice with one event, but a service's own events
     * may come before or after others' that were said at the same moment: both orders must give equal states.
     */
    S evolve(S state, ComplaintEvent event);

    /**
     * What to say to another service's event.
     *
     * @param state what is known, this event included
     */
    List<ComplaintEvent> react(S state, ComplaintEvent event, Instant now);

    /**
     * Whether this type of event changes anything here; others are not even parsed.
     *
     * @param type a type of the contract
     */
    boolean consumes(Class<? extends ComplaintEvent> type);
}
