package id.pintu.routing.kafka;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ReadCommittedConsumers;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.similarity.SimilarReportDetector;
import id.pintu.routing.similarity.SimilarReportLink;
import id.pintu.routing.similarity.SimilarityInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees every report of the last weeks, whichever instance has it in its line, and puts word of a repeat into that
 * report's own line. In a thread of its own: however many repeats an incident brings, nothing waits for them.
 *
 * <p>After a restart it sees again what is still remembered, and says again only what it may not have said before. Word
 * that is said twice, or by two instances, is one command.
 */
public final class RepeatDetectionConsumer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RepeatDetectionConsumer.class);
    private static final String GROUP = "routing-repeats";
    private static final EventTypeFilter SUBMITTED = EventTypeFilter.accepting(ComplaintSubmitted.class::equals);

    private final CommandSender commands;
    private final CommandCodec<HandlingCommand> json;
    private final Function<SubmittedReport, Optional<String>> regionOf;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final ConsumerLoop consumerLoop;
    private final SimilarReportDetector incidents = new SimilarReportDetector();
    private final Map<TopicPartition, Long> publishedOffsets = new HashMap<>();

    /**
     * @param regionOf code of the region a report is about, if it can be told
     */
    public RepeatDetectionConsumer(
            String bootstrapServers,
            CommandSender commands,
            CommandCodec<HandlingCommand> json,
            Function<SubmittedReport, Optional<String>> regionOf,
            InstantSource clock) {
        this.commands = commands;
        this.json = json;
        this.regionOf = regionOf;
        this.clock = clock;
        this.ledger = ReadCommittedConsumers.create(
                bootstrapServers,
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536));
        this.consumerLoop = new ConsumerLoop("repeat-detection", ledger, this::detect, this::commitOffsets);
    }

    @Override
    public void start() {
        List<TopicPartition> partitions = ReadCommittedConsumers.partitions(ledger, TopicNames.COMPLAINTS);
        ledger.assign(partitions);
        ledger.committed(Set.copyOf(partitions))
                .forEach((partition, committed) ->
                        publishedOffsets.put(partition, committed == null ? 0L : committed.offset()));
        long from = Instant.now().minus(SimilarReportDetector.RETENTION).toEpochMilli();
        ledger.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> from)))
                .forEach(this::seek);
        consumerLoop.start();
    }

    private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp from) {
        if (from == null) {
            ledger.seekToEnd(List.of(partition));
        } else {
            ledger.seek(partition, from.offset());
        }
    }

    private void detect(ConsumerRecord<byte[], byte[]> record) {
        SUBMITTED
                .readIfMatching(record)
                .map(ComplaintSubmitted.class::cast)
                .flatMap(this::findRepeat)
                .filter(found -> record.offset() >= publishedOffsets.getOrDefault(partition(record), 0L))
                .ifPresent(this::publishLink);
    }

    private Optional<SimilarReportLink> findRepeat(ComplaintSubmitted submitted) {
        return incidents.detect(new SimilarityInput(
                submitted.complaintId(),
                submitted.at(),
                submitted.report().text(),
                regionOf.apply(submitted.report())));
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Until it is in line: the place in the ledger is kept only afterwards. */
    private void publishLink(SimilarReportLink repeat) {
        Link link = new Link(
                UUID.nameUUIDFromBytes(("repeat/" + repeat.id()).getBytes(StandardCharsets.UTF_8)),
                repeat.id(),
                repeat.firstId(),
                repeat.duplicateType());
        while (isRunning()) {
            try {
                commands.send(json, link, clock.instant(), Optional.empty()).join();
                return;
            } catch (CompletionException e) {
                log.warn("a repeat waits for the broker");
            }
        }
    }

    /** Unless it was stopped: then the last repeats of this poll may not have been said, and are looked at again. */
    private void commitOffsets() {
        if (isRunning()) {
            ledger.commitAsync();
        }
    }

    @Override
    public void stop() {
        consumerLoop.stop();
    }

    @Override
    public boolean isRunning() {
        return consumerLoop.isRunning();
    }
}
