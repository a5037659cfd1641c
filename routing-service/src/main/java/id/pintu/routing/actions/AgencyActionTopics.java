package id.pintu.routing.actions;

import java.util.Collection;

/** The topics to which institutions write their actions. */
public interface AgencyActionTopics {

    /**
     * Creates those that are missing. Only programs with a key write there, so only institutions with one have it.
     *
     * @param institutions codes
     * @throws org.apache.kafka.common.KafkaException when they are not visible within 20 seconds
     */
    void createActionTopics(Collection<String> institutions);
}
