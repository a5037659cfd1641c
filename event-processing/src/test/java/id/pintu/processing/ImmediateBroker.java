package id.pintu.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker in which every command has its turn the moment it is put in line: a service's HTTP edge can be tested through
 * gate, clerk and casebook without a broker.
 */
public final class ImmediateBroker extends MockProducer<byte[], byte[]> {

    private Consumer<ConsumerRecord<byte[], byte[]>> consumer = record -> {};
    private boolean deliveryStopped;
    private long offset;

    public ImmediateBroker() {
        super(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** This line as a service uses it. */
    public CommandSender commandSender(String service) {
        return new CommandSender(service, this);
    }

    /** From now on this clerk takes the commands. */
    public ImmediateBroker deliverTo(EventProcessor<?> processor) {
        consumer = record -> processor.apply(TestRecords.batch(List.of(record)));
        return this;
    }

    /** Another service said something, and the clerk hears it. */
    public void deliver(OutboundRecord outbound, String service) {
        consumer.accept(TestRecords.at(offset++, outbound, service));
    }

    /** From now on the turn of a command does not come. */
    public void stopDelivering() {
        deliveryStopped = true;
    }

    /** From now on the broker does not answer. */
    public void goDown() {
        sendException = new TimeoutException("no broker");
    }

    /** From now on it answers again. */
    @SuppressWarnings("NullAway") // MockProducer's way to say that sending works
    public void recover() {
        sendException = null;
    }

    /** Where everything was written, in order. */
    public List<String> topics() {
        return history().stream().map(ProducerRecord::topic).toList();
    }

    /** The keys of everything written, in order. */
    public List<String> keys() {
        return history().stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    /** What was written to one topic, in order. */
    public List<String> written(String topic) {
        return history().stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<RecordMetadata> sent = super.send(record, callback);
        if (record.topic().endsWith(".commands") && !deliveryStopped) {
            consumer.accept(TestRecords.at(offset++, record));
        }
        return sent;
    }
}
