package id.pintu.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path data;

    @Test
    void keepsWhatItWasToldOverARestart() throws Exception {
        int port = freePort();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, port)) {
            create(broker.bootstrapServers());
            produce(broker.bootstrapServers(), 0, 100);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, port)) {
            assertThat(consume(broker.bootstrapServers(), 100)).isEqualTo(values(0, 100));
            produce(broker.bootstrapServers(), 100, 200);
            assertThat(consume(broker.bootstrapServers(), 200)).isEqualTo(values(0, 200));
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilled() throws Exception {
        String address = "127.0.0.1:" + freePort();
        Process first = process(address);
        create(address);
        produce(address, 0, 500);
        first.destroyForcibly().waitFor();

        Process second = process(address);
        try {
            assertThat(consume(address, 500)).isEqualTo(values(0, 500));
            produce(address, 500, 600);
            assertThat(consume(address, 600)).isEqualTo(values(0, 600));
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process process(String address) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        data.toString(),
                        address.substring(address.indexOf(':') + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.lines().anyMatch(("ready " + address)::equals)).isTrue();
        return process;
    }

    private static void create(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("ledger", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** In a transaction, and back only when the broker has acknowledged it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if one of them did
    private static void produce(String address, int from, int to) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "transactional.id", "somebody"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            values(from, to).forEach(value -> producer.send(new ProducerRecord<>("ledger", value)));
            producer.commitTransaction();
        }
    }

    private static List<String> consume(String address, int count) {
        List<String> consumed = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition ledger = new TopicPartition("ledger", 0);
            consumer.assign(List.of(ledger));
            consumer.seekToBeginning(List.of(ledger));
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (consumed.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> consumed.add(record.value()));
            }
        }
        return consumed;
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
