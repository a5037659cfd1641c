package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.actions.AgencyTopics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creator of the topics of institutions, when they are first needed: of their feeds, and of the actions that they write. Most of the
 * registry's institutions have neither a complaint nor a program for long.
 */
public final class AgencyTopicCreator implements AgencyTopics {

    private static final String FEED_PREFIX = TopicNames.agencyFeed("");
    private static final Duration ACTION_RETENTION = Duration.ofDays(90);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final KafkaAdmin broker;
    private final KafkaClients clients;
    private final int replicas;

    /** Names of all topics that the broker had when it was last asked. */
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    public AgencyTopicCreator(KafkaAdmin broker, KafkaClients clients, int replicas) {
        this.broker = broker;
        this.clients = clients;
        this.replicas = replicas;
    }

    /**
     * Creates those of these topics that are feeds and missing.
     *
     * @param topics names of any topics
     * @throws KafkaException as {@link #createFor}
     */
    public void createFeeds(Collection<String> topics) {
        create(topics.stream()
                .filter(topic -> topic.startsWith(FEED_PREFIX))
                .map(this::feedTopic)
                .toList());
    }

    @Override
    public void createFor(Collection<String> institutions) {
        createFeeds(institutions.stream().map(TopicNames::agencyFeed).toList());
        create(institutions.stream().map(this::actionTopic).toList());
    }

    private void create(List<NewTopic> topics) {
        if (missingOf(topics).isEmpty()) {
            return;
        }
        try (Admin admin = clients.admin()) {
            existing.addAll(admin.listTopics().names().get());
            List<NewTopic> missing = missingOf(topics);
            if (!missing.isEmpty()) {
                broker.createOrModifyTopics(missing.toArray(NewTopic[]::new));
                awaitVisible(admin, missing);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not list its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private List<NewTopic> missingOf(List<NewTopic> topics) {
        return topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
    }

    /** The controller acknowledges a topic before every broker lists it. */
    private void awaitVisible(Admin admin, List<NewTopic> created) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            existing.addAll(admin.listTopics().names().get());
            if (missingOf(created).isEmpty()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new KafkaException("new topics of institutions are not visible yet");
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }

    private NewTopic feedTopic(String name) {
        return topic(name, "-1");
    }

    /** Actions are in the ledger when they are done; a service that was stopped for long still finds them here. */
    private NewTopic actionTopic(String institution) {
        return topic(TopicNames.agencyActions(institution), String.valueOf(ACTION_RETENTION.toMillis()));
    }

    private NewTopic topic(String name, String retentionMillis) {
        return TopicBuilder.name(name)
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, retentionMillis)
                .build();
    }
}
