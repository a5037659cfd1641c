package id.pintu.house.ledger;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
public final class QuickLine extends MockProducer<byte[], byte[]> {

    private Consumer<ProducerRecord<byte[], byte[]>> turn = record -> {};
    private long offset;

    public QuickLine() {
        super(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** From now on this clerk takes the commands. */
    public QuickLine to(Clerk<?> clerk) {
        turn = record -> {
            if (record.topic().endsWith(".commands")) {
                clerk.apply(Records.batch(List.of(Records.at(offset++, record))));
            }
        };
        return this;
    }

    /** From now on nobody takes the commands: their turn does not come. */
    public void stall() {
        turn = record -> {};
    }

    /** From now on the broker does not answer. */
    public void goDown() {
        sendException = new TimeoutException("no broker");
    }

    /** From now on it answers again. */
    @SuppressWarnings("NullAway") // MockProducer's way to say that sending works
    public void comeBack() {
        sendException = null;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<RecordMetadata> sent = super.send(record, callback);
        turn.accept(record);
        return sent;
    }
}
