package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Creator of the feed topics of institutions. */
public final class AgencyFeedCreator {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final KafkaAdmin broker;
    private final KafkaClients clients;
    private final int replicas;

    public AgencyFeedCreator(KafkaAdmin broker, KafkaClients clients, int replicas) {
        this.broker = broker;
        this.clients = clients;
        this.replicas = replicas;
    }

    /**
     * Creates the feeds that are missing and returns when they are visible, so that no assignment goes to a missing topic.
     *
     * @param codes codes of the institutions
     * @throws KafkaException when they are not visible within 20 seconds
     */
    public void create(Collection<String> codes) {
        if (!codes.isEmpty()) {
            broker.createOrModifyTopics(codes.stream().map(this::feedTopic).toArray(NewTopic[]::new));
            awaitVisible(codes.stream().map(TopicNames::agencyFeed).toList());
        }
    }

    /** The controller acknowledges a topic before every broker lists it. */
    private void awaitVisible(List<String> topics) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (Admin admin = clients.admin()) {
            while (!admin.listTopics().names().get().containsAll(topics)) {
                if (System.nanoTime() > end) {
                    throw new KafkaException("new feed topics are not visible yet");
                }
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not list its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private NewTopic feedTopic(String code) {
        return TopicBuilder.name(TopicNames.agencyFeed(code))
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
