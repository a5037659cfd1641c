package id.pintu.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path data;

    private final List<Process> processes = new ArrayList<>();

    @Test
    void keepsRecordsOverARestart() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
            broker.createTopics(new NewTopic("ledger", 1, (short) 1));
            produce(broker.bootstrapServers(), 0, 100);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
            assertThat(consume(broker.bootstrapServers(), 100)).isEqualTo(values(0, 100));
            produce(broker.bootstrapServers(), 100, 200);
            assertThat(consume(broker.bootstrapServers(), 200)).isEqualTo(values(0, 200));
        }
    }

    @Test
    void losesNoAcknowledgedRecordWhenItIsKilled() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
            broker.createTopics(new NewTopic("ledger", 1, (short) 1));
        }
        Process first = process();
        produce(readyAddress(first), 0, 500);
        first.destroyForcibly().waitFor();
        String address = readyAddress(process());
        assertThat(consume(address, 500)).isEqualTo(values(0, 500));
        produce(address, 500, 600);
        assertThat(consume(address, 600)).isEqualTo(values(0, 600));
    }

    @AfterEach
    void killProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process process() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        data.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static String readyAddress(Process process) {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = out.lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow();
        return ready.substring("ready ".length());
    }

    /** Writes numbers in a transaction; returns when it is committed. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if one of them did
    private static void produce(String address, int from, int to) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            values(from, to).forEach(value -> producer.send(new ProducerRecord<>("ledger", value)));
            producer.commitTransaction();
        }
    }

    /** Reads all records; repeated, for the commit marker is written after the commit is acknowledged. */
    private static List<String> consume(String address, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> readAll(address), values -> values.size() >= count);
    }

    private static List<String> readAll(String address) {
        List<String> values = new ArrayList<>();
        CommittedTopicReader.readAll(
                address, "ledger"::equals, record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }
}
