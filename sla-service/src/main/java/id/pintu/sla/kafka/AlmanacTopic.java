package id.pintu.sla.kafka;

import id.pintu.events.WireJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.reading.Bulletin;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Decree;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The calendar that holds now: the tables this instance was started with, and every decree entered since. A decree is a
 * record of the compacted topic {@code calendars}; its place there is the calendar's version, so all instances agree.
 */
public final class AlmanacTopic implements Supplier<Almanac> {

    /** Key = scope and name, value = {@link Decree} as JSON. */
    public static final String TOPIC = "calendars";

    private final Commands broker;
    private volatile Almanac almanac;

    /**
     * @param tables what holds before any decree is entered
     */
    public AlmanacTopic(Almanac tables, Commands broker) {
        this.almanac = tables;
        this.broker = broker;
    }

    /** Through which the decrees come in, those that were entered here too. */
    public Bulletin bulletin(String bootstrapServers) {
        return new Bulletin(TOPIC, bootstrapServers, this::read);
    }

    @Override
    public Almanac get() {
        return almanac;
    }

    /** Enters a decree, which becomes the calendar's next version when it is heard back. */
    public CompletableFuture<Void> enter(Decree decree) {
        String key = decree.scope() + "/" + decree.name();
        return broker.send(new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), WireJson.MAPPER.writeValueAsBytes(decree)));
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        int version = (int) record.offset() + 1;
        if (version > almanac.version() && record.value() != null) {
            almanac = almanac.with(version, WireJson.MAPPER.readValue(record.value(), Decree.class));
        }
    }
}
