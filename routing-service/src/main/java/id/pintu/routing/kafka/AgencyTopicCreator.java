package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.actions.AgencyActionTopics;
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

/** Creator of the topics of institutions: of their feeds, and of the actions that they write. */
public final class AgencyTopicCreator implements AgencyActionTopics {

    private static final Duration ACTION_RETENTION = Duration.ofDays(90);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final KafkaAdmin broker;
    private final KafkaClients clients;
    private final int replicas;

    public AgencyTopicCreator(KafkaAdmin broker, KafkaClients clients, int replicas) {
        this.broker = broker;
        this.clients = clients;
        this.replicas = replicas;
    }

    /**
     * Creates the feeds that are missing and returns when they are visible, so that no assignment goes to a missing topic.
     *
     * @param institutions codes
     * @throws KafkaException when they are not visible within 20 seconds
     */
    public void createFeeds(Collection<String> institutions) {
        create(institutions.stream()
                .map(code -> topic(TopicNames.agencyFeed(code), "-1"))
                .toList());
    }

    /** Actions are in the ledger when they are done; a service that was stopped for long still finds them here. */
    @Override
    public void createActionTopics(Collection<String> institutions) {
        String retentionMillis = String.valueOf(ACTION_RETENTION.toMillis());
        create(institutions.stream()
                .map(code -> topic(TopicNames.agencyActions(code), retentionMillis))
                .toList());
    }

    private void create(List<NewTopic> topics) {
        if (!topics.isEmpty()) {
            broker.createOrModifyTopics(topics.toArray(NewTopic[]::new));
            awaitVisible(topics.stream().map(NewTopic::name).toList());
        }
    }

    /** The controller acknowledges a topic before every broker lists it. */
    private void awaitVisible(List<String> topics) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (Admin admin = clients.admin()) {
            while (!admin.listTopics().names().get().containsAll(topics)) {
                if (System.nanoTime() > end) {
                    throw new KafkaException("new topics of institutions are not visible yet");
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

    private NewTopic topic(String name, String retentionMillis) {
        return TopicBuilder.name(name)
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, retentionMillis)
                .build();
    }
}
