package id.pintu.sla.kafka;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The calendar in force: the tables this instance was started with, and every decree published since. A decree is a
 * record of the compacted topic {@code calendars}; its offset gives the calendar's version, so all instances agree.
 */
public final class CalendarDecreeTopic implements Supplier<InstitutionCalendars> {

    /** Key = scope and name, value = {@link CalendarDecree} as JSON. */
    public static final String TOPIC = "calendars";

    private final CommandSender broker;
    private volatile InstitutionCalendars current;

    /**
     * @param initial the calendar before any decree
     */
    public CalendarDecreeTopic(InstitutionCalendars initial, CommandSender broker) {
        this.current = initial;
        this.broker = broker;
    }

    /** Reader that applies the decrees, also those of this instance. */
    public CompactedTopicReader reader(KafkaClients clients) {
        return new CompactedTopicReader(TOPIC, clients, this::apply);
    }

    @Override
    public InstitutionCalendars get() {
        return current;
    }

    /** Publishes a decree, which becomes the calendar's next version when it is consumed back. */
    public CompletableFuture<Void> publish(CalendarDecree decree) {
        String key = decree.scope() + "/" + decree.name();
        return broker.send(new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), WireJsonMapper.MAPPER.writeValueAsBytes(decree)));
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        int version = (int) record.offset() + 1;
        if (version > current.version() && record.value() != null) {
            current = current.with(version, WireJsonMapper.MAPPER.readValue(record.value(), CalendarDecree.class));
        }
    }
}
