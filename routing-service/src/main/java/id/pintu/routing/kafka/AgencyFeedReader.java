package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.feeds.FeedPage;
import id.pintu.routing.feeds.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reader of parts of agency feeds for requests. Few consumers serve all institutions: one is borrowed for the milliseconds
 * that a part takes, so that one that asks often, or never ends, holds up nobody.
 */
public final class AgencyFeedReader implements AutoCloseable {

    private static final int CONSUMERS = 4;
    private static final int MAX_RECORDS = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_LIMIT = Duration.ofSeconds(3);
    private static final Duration BORROW_LIMIT = Duration.ofSeconds(2);
    private static final String ATTRIBUTE_PREFIX = "ce_";

    private final KafkaClients clients;

    /** Idle consumers; an empty place is for one that is not made yet. */
    private final BlockingQueue<Optional<KafkaConsumer<byte[], byte[]>>> idle = new ArrayBlockingQueue<>(CONSUMERS);

    public AgencyFeedReader(KafkaClients clients) {
        this.clients = clients;
        for (int i = 0; i < CONSUMERS; i++) {
            idle.add(Optional.empty());
        }
    }

    /** A feed has no record at or after this position, and none before it is missing: the position is not one of its own. */
    public static final class UnknownPositionException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** All consumers are in use. */
    public static final class FeedReaderBusyException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads what a feed has from a position on.
     *
     * @param position as in {@link FeedPage#next()}; 0 for the first record
     * @param limit at most so many records, 1 to 500
     * @throws UnknownPositionException when the feed is not that long
     * @throws FeedReaderBusyException when none of the consumers gets free in two seconds
     */
    public FeedPage read(String institution, long position, int limit)
            throws UnknownPositionException, FeedReaderBusyException, InterruptedException {
        Optional<KafkaConsumer<byte[], byte[]>> borrowed = idle.poll(BORROW_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (borrowed == null) {
            throw new FeedReaderBusyException();
        }
        KafkaConsumer<byte[], byte[]> consumer = borrowed.orElseGet(this::open);
        boolean usable = false;
        try {
            FeedPage page = read(consumer, institution, position, Math.min(limit, MAX_RECORDS));
            usable = true;
            return page;
        } catch (UnknownPositionException e) {
            usable = true;
            throw e;
        } finally {
            if (!usable) {
                consumer.close();
            }
            idle.add(usable ? Optional.of(consumer) : Optional.empty());
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return clients.readCommittedConsumer(Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000));
    }

    private static FeedPage read(KafkaConsumer<byte[], byte[]> consumer, String institution, long position, int limit)
            throws UnknownPositionException {
        TopicPartition feed = new TopicPartition(TopicNames.agencyFeed(institution), 0);
        consumer.assign(List.of(feed));
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(feed)).get(feed));
        if (position > end) {
            throw new UnknownPositionException();
        }
        consumer.seek(feed, position);
        List<FeedRecord> records = new ArrayList<>();
        long next = position;
        long giveUp = System.nanoTime() + READ_LIMIT.toNanos();
        while (records.size() < limit && next < end && System.nanoTime() < giveUp) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(feed)) {
                if (records.size() < limit) {
                    next = record.offset() + 1;
                    records.add(toFeedRecord(record));
                }
            }
            if (records.size() < limit) {
                next = consumer.position(feed); // beyond markers of transactions, which are no records
            }
        }
        return new FeedPage(records, String.valueOf(next), next < end);
    }

    private static FeedRecord toFeedRecord(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("datacontenttype", "application/json");
        for (Header header : record.headers()) {
            if (header.key().startsWith(ATTRIBUTE_PREFIX) && header.value() != null) {
                attributes.put(
                        header.key().substring(ATTRIBUTE_PREFIX.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new FeedRecord(
                String.valueOf(record.offset() + 1), attributes, WireJsonMapper.MAPPER.readTree(record.value()));
    }

    @Override
    public void close() {
        List<Optional<KafkaConsumer<byte[], byte[]>>> all = new ArrayList<>();
        idle.drainTo(all);
        all.forEach(consumer -> consumer.ifPresent(KafkaConsumer::close));
    }
}
