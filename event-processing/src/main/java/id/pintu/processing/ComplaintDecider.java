package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import java.time.Instant;
import java.util.List;

/**
 * Stateless decider of a service for one complaint at a time: pure functions without clock, randomness or I/O.
 *
 * @param <S> state of a complaint that the service needs; an immutable value
 */
public interface ComplaintDecider<S> {

    /** State before the first event. */
    S initial();

    /**
     * Folds an event of any service into the state. It is called once for each event. Own events may be folded before or
     * after concurrent events of others, so both orders must give equal states.
     */
    S evolve(S state, ComplaintEvent event);

    /**
     * Events to emit in response to another service's event.
     *
     * @param state the state after this event
     */
    List<ComplaintEvent> react(S state, ComplaintEvent event, Instant now);

    /**
     * Whether events of this type are consumed; records of other types are skipped by their header, without parsing.
     *
     * @param type event type of the contract
     */
    boolean consumes(Class<? extends ComplaintEvent> type);
}
