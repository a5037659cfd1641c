package id.pintu.processing.binder;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.cloud.stream.binder.AbstractBinder;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.DefaultBinding;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.util.StringUtils;

/**
 * Binder whose consumer bindings are each one {@link TransactionalBatchTask} on a thread of its own, and whose producer
 * bindings collect the records of the batch that is being processed on the same thread.
 *
 * <p>It supports what Pintu's services need: batch mode, native encoding and decoding, several topics for one binding.
 */
final class TransactionalBatchBinder extends AbstractBinder<MessageChannel, ConsumerProperties, ProducerProperties> {

    private final TransactionalBatchBinderProperties properties;
    private final KafkaClients clients;
    private final ConsumedRecordFilter filter;
    private final ConsumerMetrics metrics;
    private final Runnable onReplaced;
    private final Map<String, TransactionalBatchTask> tasks = new ConcurrentHashMap<>();

    /**
     * @param onReplaced called when another instance has replaced this one; must not return to work
     */
    TransactionalBatchBinder(
            TransactionalBatchBinderProperties properties,
            KafkaClients clients,
            ConsumedRecordFilter filter,
            ConsumerMetrics metrics,
            Runnable onReplaced) {
        this.properties = properties;
        this.clients = clients;
        this.filter = filter;
        this.metrics = metrics;
        this.onReplaced = onReplaced;
    }

    /** Hook that registers the metrics of a consumer. */
    interface ConsumerMetrics {
        void register(Consumer<?, ?> consumer);
    }

    /** Current failure of each consumer group that cannot work; empty when all work. */
    Map<String, String> failures() {
        Map<String, String> failures = new HashMap<>();
        tasks.forEach((group, task) -> task.failure().ifPresent(failure -> failures.put(group, failure)));
        return failures;
    }

    @Override
    protected Binding<MessageChannel> doBindConsumer(
            String topics, String group, MessageChannel input, ConsumerProperties consumerProperties) {
        if (!consumerProperties.isBatchMode() || !consumerProperties.isUseNativeDecoding() || group == null) {
            throw new IllegalArgumentException(
                    "binding of " + topics + " needs a group, 'batch-mode' and 'use-native-decoding'");
        }
        KafkaConsumer<byte[], byte[]> consumer = consumer(group);
        metrics.register(consumer);
        TransactionalBatchTask task = new TransactionalBatchTask(
                List.of(StringUtils.commaDelimitedListToStringArray(topics)),
                consumer,
                producers(group),
                filter,
                input::send,
                properties.resetOffsets().getOrDefault(group, false),
                onReplaced);
        tasks.put(group, task);
        ConsumerLoop loop = new ConsumerLoop(group, StartupPhases.BINDINGS, task, task::subscribe);
        loop.start();
        return new DefaultBinding<>(topics, group, input, loop);
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = new HashMap<>(properties.consumer());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return clients.consumer(settings);
    }

    private Supplier<Producer<byte[], byte[]>> producers(String group) {
        Map<String, Object> settings = new HashMap<>(properties.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, properties.transactionIdPrefix() + group);
        return () -> clients.producer(settings);
    }

    @Override
    protected Binding<MessageChannel> doBindProducer(
            String topic, MessageChannel output, ProducerProperties producerProperties) {
        MessageHandler handler = message -> BatchScope.add(BatchMessage.toRecord(message, topic));
        ((SubscribableChannel) output).subscribe(handler);
        return new DefaultBinding<>(topic, output, null) {
            @Override
            protected void afterUnbind() {
                ((SubscribableChannel) output).unsubscribe(handler);
            }
        };
    }
}
