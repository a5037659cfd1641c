package id.pintu.sla.kafka;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * In-memory view of the impact of each calendar version: one record for each ledger partition that has recalculated its
 * deadlines, and then one notice for each institution whose deadlines moved. Both are published under a partition's lock,
 * and publishing one again changes nothing.
 */
public final class CalendarImpactTopic {

    /** Compacted. Keys: {@code part/VERSION/PARTITION} and {@code notice/VERSION/INSTITUTION}. */
    public static final String TOPIC = "calendars.effects";

    private final Map<Integer, Map<Integer, CalendarChangeImpact>> impacts = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, CalendarChangeNotice>> notices = new ConcurrentHashMap<>();

    /**
     * Notice to one institution.
     *
     * @param decree name of the decree, as officials cite it
     */
    public record CalendarChangeNotice(int version, String decree, String institution, int later, int earlier) {}

    /** Reader that fills this view, also with what this instance published. */
    public CompactedTopicReader reader(KafkaClients clients) {
        return new CompactedTopicReader(TOPIC, clients, this::apply);
    }

    /** Impact of a version, over all partitions that have recalculated. */
    public CalendarChangeImpact impact(int version) {
        return impacts.getOrDefault(version, Map.of()).values().stream()
                .reduce(CalendarChangeImpact.NONE, CalendarChangeImpact::and);
    }

    /** Number of partitions that have recalculated for this version. */
    public int completedPartitions(int version) {
        return impacts.getOrDefault(version, Map.of()).size();
    }

    /** The notices published so far, by institution. */
    public Map<String, CalendarChangeNotice> notices(int version) {
        return Map.copyOf(notices.getOrDefault(version, Map.of()));
    }

    /** The notices to one institution, newest version first. */
    public List<CalendarChangeNotice> noticesTo(String institution) {
        return notices.entrySet().stream()
                .sorted(Map.Entry.<Integer, Map<String, CalendarChangeNotice>>comparingByKey()
                        .reversed())
                .flatMap(version -> Stream.ofNullable(version.getValue().get(institution)))
                .toList();
    }

    Optional<CalendarChangeImpact> partitionImpact(int version, int partition) {
        return Optional.ofNullable(impacts.getOrDefault(version, Map.of()).get(partition));
    }

    static ProducerRecord<byte[], byte[]> record(int version, int partition, CalendarChangeImpact impact) {
        return record("part/" + version + "/" + partition, impact);
    }

    static ProducerRecord<byte[], byte[]> record(CalendarChangeNotice notice) {
        return record("notice/" + notice.version() + "/" + notice.institution(), notice);
    }

    private static ProducerRecord<byte[], byte[]> record(String key, Object value) {
        return new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), WireJsonMapper.MAPPER.writeValueAsBytes(value));
    }

    void apply(ConsumerRecord<byte[], byte[]> record) {
        String[] key = new String(record.key(), StandardCharsets.UTF_8).split("/", 3);
        int version = Integer.parseInt(key[1]);
        if (key[0].equals("part")) {
            impacts.computeIfAbsent(version, unknown -> new ConcurrentSkipListMap<>())
                    .put(
                            Integer.parseInt(key[2]),
                            WireJsonMapper.MAPPER.readValue(record.value(), CalendarChangeImpact.class));
        } else {
            notices.computeIfAbsent(version, unknown -> new ConcurrentSkipListMap<>())
                    .put(key[2], WireJsonMapper.MAPPER.readValue(record.value(), CalendarChangeNotice.class));
        }
    }
}
