package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import java.util.List;

/**
 * Pure projection of an event to documents beside the snapshot. It is called once for each event that changes the state, and
 * again with the same arguments when the batch is delivered again.
 *
 * @param <S> the decider's state
 */
public interface EventDocumentProjection<S> {

    List<EventDocument> documents(S before, S after, ComplaintEvent event);
}
