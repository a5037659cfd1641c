package id.pintu.routing.webhooks;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.PollTask;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Loop that lets one instance of routing-service deliver the webhooks: the one that Kafka assigns the only partition of their
 * topic to. When that one ends, another goes on.
 */
public final class WebhookDispatchLoop implements ConsumerLoopLifecycle {

    private static final String NAME = "routing-webhooks";

    private final ConsumerLoop loop;

    WebhookDispatchLoop(KafkaClients clients, WebhookDispatcher dispatcher) {
        KafkaConsumer<byte[], byte[]> consumer =
                clients.readCommittedConsumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, NAME));
        this.loop = new ConsumerLoop(
                NAME, StartupPhases.BACKGROUND_READERS, new Membership(consumer, dispatcher), () -> {});
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    /** Membership in the group; the records themselves are read elsewhere. */
    private static final class Membership implements PollTask, ConsumerRebalanceListener {

        private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final WebhookDispatcher dispatcher;
        private boolean subscribed;

        Membership(KafkaConsumer<byte[], byte[]> consumer, WebhookDispatcher dispatcher) {
            this.consumer = consumer;
            this.dispatcher = dispatcher;
        }

        @Override
        public void poll() {
            if (!subscribed) {
                consumer.subscribe(List.of(WebhookIndex.TOPIC), this);
                subscribed = true;
            }
            consumer.poll(POLL_TIMEOUT);
            if (!consumer.assignment().isEmpty()) {
                dispatcher.deliverAll();
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            dispatcher.stop();
        }

        @Override
        public void wakeup() {
            consumer.wakeup();
        }

        @Override
        public void close() {
            dispatcher.stop();
            consumer.close();
        }
    }
}
