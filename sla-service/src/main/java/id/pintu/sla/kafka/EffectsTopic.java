package id.pintu.sla.kafka;

import id.pintu.events.WireJson;
import id.pintu.house.reading.Bulletin;
import id.pintu.sla.clock.Effects;
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
 * What each version of the calendar did: a record for each partition of the ledger that is through, and then one notice
 * for each institution whose deadlines moved. Both are said under a partition's lock, and saying one again says the same.
 */
public final class EffectsTopic {

    /** Compacted. Keys: {@code part/VERSION/PARTITION} and {@code notice/VERSION/INSTITUTION}. */
    public static final String TOPIC = "calendars.effects";

    private final Map<Integer, Map<Integer, Effects>> parts = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, Notice>> notices = new ConcurrentHashMap<>();

    /**
     * One institution's notice.
     *
     * @param decree as officials cite it
     */
    public record Notice(int version, String decree, String institution, int later, int earlier) {}

    /** Through which it comes in, what was said here too. */
    public Bulletin bulletin(String bootstrapServers) {
        return new Bulletin(TOPIC, bootstrapServers, this::read);
    }

    /** What this version did, in all partitions that are through with it. */
    public Effects effects(int version) {
        return parts.getOrDefault(version, Map.of()).values().stream().reduce(Effects.NONE, Effects::and);
    }

    /** How many partitions are through with this version. */
    public int through(int version) {
        return parts.getOrDefault(version, Map.of()).size();
    }

    /** The notices said so far, by institution. */
    public Map<String, Notice> notices(int version) {
        return Map.copyOf(notices.getOrDefault(version, Map.of()));
    }

    /** The notices of one institution, the newest version first. */
    public List<Notice> noticesTo(String institution) {
        return notices.entrySet().stream()
                .sorted(Map.Entry.<Integer, Map<String, Notice>>comparingByKey().reversed())
                .flatMap(version -> Stream.ofNullable(version.getValue().get(institution)))
                .toList();
    }

    Optional<Effects> part(int version, int partition) {
        return Optional.ofNullable(parts.getOrDefault(version, Map.of()).get(partition));
    }

    static ProducerRecord<byte[], byte[]> record(int version, int partition, Effects effects) {
        return record("part/" + version + "/" + partition, effects);
    }

    static ProducerRecord<byte[], byte[]> record(Notice notice) {
        return record("notice/" + notice.version() + "/" + notice.institution(), notice);
    }

    private static ProducerRecord<byte[], byte[]> record(String key, Object value) {
        return new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), WireJson.MAPPER.writeValueAsBytes(value));
    }

    void read(ConsumerRecord<byte[], byte[]> record) {
        String[] key = new String(record.key(), StandardCharsets.UTF_8).split("/", 3);
        int version = Integer.parseInt(key[1]);
        if (key[0].equals("part")) {
            parts.computeIfAbsent(version, unknown -> new ConcurrentSkipListMap<>())
                    .put(Integer.parseInt(key[2]), WireJson.MAPPER.readValue(record.value(), Effects.class));
        } else {
            notices.computeIfAbsent(version, unknown -> new ConcurrentSkipListMap<>())
                    .put(key[2], WireJson.MAPPER.readValue(record.value(), Notice.class));
        }
    }
}
