package id.pintu.processing.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.support.GenericMessage;

class TransactionalBatchTaskTest {

    private static final TopicPartition PARTITION = new TopicPartition("complaints", 0);

    private final MockConsumer<byte[], byte[]> consumer = consumer();
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final List<List<String>> batches = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final TransactionalBatchTask task = task(false);

    /** What the function does with a text, beside noting the batch. */
    private Consumer<String> reaction = text -> {
        if (text.startsWith("say")) {
            BatchScope.add(new ProducerRecord<>("complaints", bytes("said")));
        }
    };

    @BeforeEach
    void assign() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        task.subscribe();
        consumer.rebalance(List.of(PARTITION));
        log.clear();
    }

    @Test
    void recordsAndOffsetsAreWrittenInOneTransaction() {
        deliver(0, "say");
        task.poll();

        assertThat(producer().commitCount()).isEqualTo(1);
        assertThat(producer().history()).hasSize(1);
        assertThat(committedInTransaction()).isEqualTo(1);
    }

    @Test
    void aBatchThatLeadsToNothingBeginsNoTransactionAndIsCommittedWithTheNext() {
        deliver(0, "silent");
        task.poll();
        assertThat(producer().commitCount()).isZero();
        assertThat(producer().transactionInFlight()).isFalse();

        deliver(1, "skipped");
        deliver(2, "say");
        task.poll();
        assertThat(batches).containsExactly(List.of("silent"), List.of("say"));
        assertThat(committedInTransaction()).isEqualTo(3);
    }

    @Test
    void offsetsOfSilentBatchesAreCommittedBeforePartitionsAreTakenAway() {
        deliver(0, "silent");
        task.poll();
        consumer.rebalance(List.of());

        assertThat(log).contains("committed 1");
        assertThat(log).contains("partitions changed");
    }

    @Test
    void aBatchThatFailsLeavesNothingAndIsReadAgain() {
        reaction = text -> {
            BatchScope.add(new ProducerRecord<>("complaints", bytes("said")));
            BatchScope.afterCommit(() -> log.add("committed"));
            throw new MessageHandlingException(
                    new GenericMessage<>("text of a report"),
                    "the store is down",
                    new IllegalStateException("no answer"));
        };
        deliver(0, "say");
        assertThatThrownBy(task::poll)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no answer");
        assertThat(task.failure()).hasValue("java.lang.IllegalStateException");
        assertThat(task.backOff()).hasMillis(200);

        reaction = text -> BatchScope.add(new ProducerRecord<>("complaints", bytes("said")));
        consumer.schedulePollTask(() -> deliver(0, "say"));
        task.poll();
        assertThat(batches).containsExactly(List.of("say"), List.of("say"));
        assertThat(producer().history()).hasSize(1);
        assertThat(task.failure()).isEmpty();
        assertThat(log).doesNotContain("committed");
    }

    @Test
    void aBatchThatFailsIsReadAgainFromTheCommittedOffset() {
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(3)));
        task.poll();
        reaction = text -> {
            throw new IllegalStateException("no answer");
        };
        deliver(3, "say");
        assertThatThrownBy(task::poll).hasMessage("no answer");

        reaction = text -> BatchScope.add(new ProducerRecord<>("complaints", bytes("said")));
        consumer.schedulePollTask(() -> deliver(3, "say"));
        task.poll();
        assertThat(batches).containsExactly(List.of("say"), List.of("say"));
    }

    @Test
    void afterACommitOfUnknownOutcomeTheCommittedOffsetTellsWhereToGoOn() {
        task.poll();
        producer().commitTransactionException = new TimeoutException("no answer");
        deliver(0, "say");
        assertThatThrownBy(task::poll).isInstanceOf(TimeoutException.class);

        producer().commitTransactionException = null;
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(1))); // it was committed after all
        deliver(1, "say more");
        task.poll();
        assertThat(batches).containsExactly(List.of("say"), List.of("say more"));
    }

    @Test
    void aProducerThatCannotAbortIsReplaced() {
        task.poll();
        producer().commitTransactionException = new TimeoutException("no answer");
        producer().abortTransactionException = new TimeoutException("no answer");
        deliver(0, "say");
        assertThatThrownBy(task::poll).isInstanceOf(TimeoutException.class);
        consumer.schedulePollTask(() -> deliver(0, "say"));
        task.poll();

        assertThat(producers).hasSize(2);
        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(producers.getLast().commitCount()).isEqualTo(1);
    }

    @Test
    void aFencedProducerIsReplaced() {
        task.poll();
        producer().fenceProducer(); // a transaction that took too long looks the same
        deliver(0, "say");
        assertThatThrownBy(task::poll).isInstanceOf(ProducerFencedException.class);
        consumer.schedulePollTask(() -> deliver(0, "say"));
        task.poll();

        assertThat(log).doesNotContain("replaced");
        assertThat(producers).hasSize(2);
        assertThat(producers.getLast().commitCount()).isEqualTo(1);
    }

    @Test
    void anInstanceThatAnotherProcessHasReplacedStopsWork() {
        task.poll();
        producer().commitTransactionException =
                new KafkaException("aborted", new FencedInstanceIdException("another member has this id"));
        deliver(0, "say");
        assertThatThrownBy(task::poll).isInstanceOf(KafkaException.class);

        assertThat(log).contains("replaced");
    }

    @Test
    void anErrorLeavesTheOffsetsWhereTheyWere() {
        task.poll();
        reaction = text -> BatchScope.add(new ProducerRecord<>("complaints", bytes("said")) {
            @Override
            public byte[] value() {
                throw new NoClassDefFoundError();
            }
        });
        deliver(0, "say");
        assertThatThrownBy(task::poll).isInstanceOf(NoClassDefFoundError.class);
        task.close();

        assertThat(log).noneMatch(entry -> entry.startsWith("committed"));
    }

    @Test
    void whatFollowsTheCommitRunsAfterIt() {
        reaction = text -> {
            BatchScope.add(new ProducerRecord<>("complaints", bytes("said")));
            BatchScope.afterCommit(() -> log.add("after commit " + producer().commitCount()));
        };
        deliver(0, "say");
        task.poll();

        assertThat(log).contains("after commit 1");
    }

    @Test
    void aGroupWhoseOffsetsAreResetReadsFromTheBeginningOnce() {
        MockConsumer<byte[], byte[]> own = consumer();
        own.updateBeginningOffsets(Map.of(PARTITION, 2L));
        TransactionalBatchTask reset = task(own, true);
        own.schedulePollTask(() -> own.rebalance(List.of(PARTITION)));
        reset.subscribe();
        assertThat(log).contains("committed 2");

        own.schedulePollTask(() -> own.addRecord(record(2, "first")));
        reset.poll();
        assertThat(batches).containsExactly(List.of("first"));
    }

    @Test
    void aRecordOutsideOfABatchIsRefused() {
        assertThatThrownBy(() -> BatchScope.add(new ProducerRecord<>("complaints", bytes("said"))))
                .hasMessageContaining("outside of a batch");
    }

    private MockConsumer<byte[], byte[]> consumer() {
        return new MockConsumer<>("earliest") {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
                super.commitSync(offsets);
                offsets.values().forEach(offset -> log.add("committed " + offset.offset()));
            }
        };
    }

    private TransactionalBatchTask task(boolean resetOffsets) {
        return task(consumer, resetOffsets);
    }

    private TransactionalBatchTask task(MockConsumer<byte[], byte[]> from, boolean resetOffsets) {
        return new TransactionalBatchTask(
                List.of("complaints"),
                from,
                () -> {
                    producers.add(new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
                    return producer();
                },
                new ConsumedRecordFilter() {
                    @Override
                    public boolean isProcessed(ConsumerRecord<?, ?> record) {
                        return !new String((byte[]) record.value(), StandardCharsets.UTF_8).equals("skipped");
                    }

                    @Override
                    public void onPartitionsChanged() {
                        log.add("partitions changed");
                    }
                },
                this::process,
                resetOffsets,
                () -> log.add("replaced"));
    }

    private void process(Message<?> batch) {
        List<String> texts = ((List<?>) batch.getPayload())
                .stream()
                        .map(value -> new String((byte[]) value, StandardCharsets.UTF_8))
                        .toList();
        batches.add(texts);
        texts.forEach(text -> reaction.accept(text));
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.getLast();
    }

    private long committedInTransaction() {
        return Objects.requireNonNull(producer()
                        .consumerGroupOffsetsHistory()
                        .getLast()
                        .values()
                        .iterator()
                        .next()
                        .get(PARTITION))
                .offset();
    }

    private void deliver(long offset, String text) {
        consumer.addRecord(record(offset, text));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String text) {
        return new ConsumerRecord<>("complaints", 0, offset, bytes("key"), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
