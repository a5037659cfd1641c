package id.pintu.routing.kafka;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventTypeFilter;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.OutageDetector;
import id.pintu.processing.topics.RecordPollTask;
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

/**
 * Kafka consumer that compares every report of the last weeks with the others, whichever instance processes it, and sends
 * a {@link Link} command for each repeat. It runs on its own thread: however many repeats one incident brings, no
 * complaint waits for them.
 *
 * <p>A restart reads the retained weeks again, to fill the detector, and sends commands only from the committed offset on.
 * Two instances, or a repeated send, produce the same command id, so a link is made once.
 */
public final class RepeatDetectionConsumer implements ConsumerLoopLifecycle {

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
     * @param regionOf code of the region a report is about, if it can be derived
     */
    public RepeatDetectionConsumer(
            KafkaClients clients,
            CommandSender commands,
            CommandCodec<HandlingCommand> json,
            Function<SubmittedReport, Optional<String>> regionOf,
            InstantSource clock) {
        this.commands = commands;
        this.json = json;
        this.regionOf = regionOf;
        this.clock = clock;
        this.ledger = clients.readCommittedConsumer(
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536));
        this.consumerLoop = new ConsumerLoop(
                "repeat-detection",
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask("repeat-detection", ledger, this::detect, this::commitOffsets),
                this::seekToRetainedReports);
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return consumerLoop;
    }

    private void seekToRetainedReports() {
        List<TopicPartition> partitions = AssignedPartitions.partitions(ledger, TopicNames.COMPLAINTS);
        ledger.assign(partitions);
        ledger.committed(Set.copyOf(partitions))
                .forEach((partition, committed) ->
                        publishedOffsets.put(partition, committed == null ? 0L : committed.offset()));
        long from = Instant.now().minus(SimilarReportDetector.RETENTION).toEpochMilli();
        ledger.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> from)))
                .forEach(this::seek);
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

    /** Repeats until the broker has acknowledged the command, since the ledger offset is committed after it. */
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
                if (!OutageDetector.isCauseOf(e)) {
                    throw e;
                }
                log.warn("the command for a repeat is not acknowledged, sending it again");
            }
        }
    }

    /** Not after a stop: then links of this poll may be unsent, and the next start has to send them. */
    private void commitOffsets() {
        if (isRunning()) {
            ledger.commitAsync();
        }
    }
}
