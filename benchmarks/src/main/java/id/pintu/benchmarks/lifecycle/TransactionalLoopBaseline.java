package id.pintu.benchmarks.lifecycle;

import id.pintu.benchmarks.flow.TopicTailReader;
import id.pintu.processing.topics.KafkaClients;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Baseline of {@link LifecycleScenario}: the records of a lifecycle through the same broker, exactly once, and nothing
 * else. A user writes four commands of 1 KB, one after another; one loop answers each with four events of 1 KB and, to the
 * first, a record in a feed, in a transaction with its offset; the user goes on when a committed reader has seen the last
 * event.
 */
final class TransactionalLoopBaseline implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final int BYTES = 1_024;
    private static final int CALLS = 4;
    private static final int EVENTS_PER_CALL = 4;
    private static final Duration POLL = Duration.ofMillis(100);

    private final String name = "loop-" + System.nanoTime();
    private final String commands = name + ".commands";
    private final String events = name + ".events";
    private final String feed = name + ".feed";
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> sender;
    private final KafkaProducer<byte[], byte[]> transactional;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicTailReader reader;
    private final Map<Long, CompletableFuture<Long>> answers = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Thread loop;
    private volatile boolean running = true;

    TransactionalLoopBaseline(KafkaClients clients) {
        admin = clients.admin();
        admin.createTopics(List.of(topic(commands), topic(events), topic(feed)))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        sender = producer(clients, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
        transactional = producer(
                clients,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        name,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        2,
                        ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                        50));
        transactional.initTransactions();
        consumer = clients.readCommittedConsumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, name));
        consumer.subscribe(List.of(commands));
        reader = new TopicTailReader(name, clients, events::equals, this::onEvent);
        loop = Thread.ofPlatform().name(name).start(this::run);
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaClients clients, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return clients.producer(properties);
    }

    /** Runs one lifecycle to its end. */
    @SuppressWarnings("FutureReturnValueIgnored") // a record that is not written is never answered
    void runLifecycle() {
        long id = lastId.incrementAndGet();
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        for (int call = 0; call < CALLS; call++) {
            CompletableFuture<Long> answered = new CompletableFuture<>();
            answers.put(id, answered);
            sender.send(new ProducerRecord<>(commands, key, value(call, 0)));
            answered.orTimeout(1, TimeUnit.MINUTES).join();
        }
        answers.remove(id);
    }

    private static byte[] value(int call, int event) {
        return ByteBuffer.allocate(BYTES).putInt(call).putInt(event).array();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a record of the transaction did
    private void run() {
        while (running) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                continue;
            }
            transactional.beginTransaction();
            for (ConsumerRecord<byte[], byte[]> command : records) {
                int call = ByteBuffer.wrap(command.value()).getInt();
                for (int event = 0; event < EVENTS_PER_CALL; event++) {
                    transactional.send(new ProducerRecord<>(events, command.key(), value(call, event)));
                }
                if (call == 0) {
                    transactional.send(new ProducerRecord<>(feed, command.key(), value(call, 0)));
                }
            }
            transactional.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
            transactional.commitTransaction();
        }
    }

    private void onEvent(ConsumerRecord<byte[], byte[]> record) {
        if (ByteBuffer.wrap(record.value()).getInt(Integer.BYTES) == EVENTS_PER_CALL - 1) {
            CompletableFuture<Long> answer =
                    answers.get(ByteBuffer.wrap(record.key()).getLong());
            if (answer != null) {
                answer.complete(record.offset());
            }
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            loop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
        consumer.close();
        transactional.close();
        sender.close();
        admin.deleteTopics(List.of(commands, events, feed))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        admin.close();
    }
}
