/**
 * Contract between the services: events of complaints, their ids, their JSON and the topics.
 *
 * <p>Every event is a record under the sealed {@link id.pintu.events.ComplaintEvent}; the events of a complaint, in
 * order, are its complete history. Depends on the JDK, jspecify and Jackson only.
 */
@NullMarked
package id.pintu.events;

import org.jspecify.annotations.NullMarked;
