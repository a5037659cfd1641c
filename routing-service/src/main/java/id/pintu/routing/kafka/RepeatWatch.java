package id.pintu.routing.kafka;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.Topics;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.reading.Committed;
import id.pintu.house.reading.Follower;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.repeats.Incidents;
import id.pintu.routing.repeats.Repeat;
import id.pintu.routing.repeats.Sighting;
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
public final class RepeatWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RepeatWatch.class);
    private static final String GROUP = "routing-repeats";
    private static final Selection SUBMITTED = Selection.of(ComplaintSubmitted.class::equals);

    private final Commands commands;
    private final CommandJson<HandlingCommand> json;
    private final Function<Report, Optional<String>> place;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Follower follower;
    private final Incidents incidents = new Incidents();
    private final Map<TopicPartition, Long> said = new HashMap<>();

    /**
     * @param place code of the region a report is about, if it can be told
     */
    public RepeatWatch(
            String bootstrapServers,
            Commands commands,
            CommandJson<HandlingCommand> json,
            Function<Report, Optional<String>> place,
            InstantSource clock) {
        this.commands = commands;
        this.json = json;
        this.place = place;
        this.clock = clock;
        this.ledger = Committed.consumer(
                bootstrapServers,
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536));
        this.follower = new Follower("repeats", ledger, this::see, this::keepPlace);
    }

    @Override
    public void start() {
        List<TopicPartition> partitions = Committed.partitions(ledger, Topics.COMPLAINTS);
        ledger.assign(partitions);
        ledger.committed(Set.copyOf(partitions))
                .forEach((partition, committed) -> said.put(partition, committed == null ? 0L : committed.offset()));
        long from = Instant.now().minus(Incidents.MEMORY).toEpochMilli();
        ledger.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> from)))
                .forEach(this::seek);
        follower.start();
    }

    private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp from) {
        if (from == null) {
            ledger.seekToEnd(List.of(partition));
        } else {
            ledger.seek(partition, from.offset());
        }
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        SUBMITTED
                .read(record)
                .map(ComplaintSubmitted.class::cast)
                .flatMap(this::repeat)
                .filter(found -> record.offset() >= said.getOrDefault(partition(record), 0L))
                .ifPresent(this::say);
    }

    private Optional<Repeat> repeat(ComplaintSubmitted submitted) {
        return incidents.see(new Sighting(
                submitted.complaintId(), submitted.at(), submitted.report().text(), place.apply(submitted.report())));
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Until it is in line: the place in the ledger is kept only afterwards. */
    private void say(Repeat repeat) {
        Link link = new Link(
                UUID.nameUUIDFromBytes(("repeat/" + repeat.id()).getBytes(StandardCharsets.UTF_8)),
                repeat.id(),
                repeat.of(),
                repeat.likeness());
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
    private void keepPlace() {
        if (isRunning()) {
            ledger.commitAsync();
        }
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
