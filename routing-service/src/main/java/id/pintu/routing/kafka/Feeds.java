package id.pintu.routing.kafka;

import id.pintu.events.Topics;
import java.util.Collection;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The institutions' feeds. */
public final class Feeds {

    private final KafkaAdmin broker;
    private final int replicas;

    public Feeds(KafkaAdmin broker, int replicas) {
        this.broker = broker;
        this.replicas = replicas;
    }

    /** Makes those feeds that are missing, and returns when they are there: nothing is assigned to nowhere. */
    public void open(Collection<String> codes) {
        if (!codes.isEmpty()) {
            broker.createOrModifyTopics(codes.stream().map(this::feed).toArray(NewTopic[]::new));
        }
    }

    private NewTopic feed(String code) {
        return TopicBuilder.name(Topics.agency(code))
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
