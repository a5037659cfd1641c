package id.pintu.routing.actions;

import java.util.Collection;

/** The topics that institutions read and write. */
public interface AgencyTopics {

    /**
     * Creates what is missing of the feeds and of the topics for actions of these institutions, so that their programs find both.
     *
     * @param institutions codes
     * @throws org.apache.kafka.common.KafkaException when the broker does not have them within 20 seconds
     */
    void createFor(Collection<String> institutions);
}
