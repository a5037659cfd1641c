package id.pintu.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.support.keys.InstallationSecret;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final InstallationSecret SECRET = new InstallationSecret(EmbeddedBrokerTest.SECRET_TEXT);
    private static final String SECRET_TEXT = "a secret of this test, long enough to be one";

    @TempDir
    Path data;

    private final List<Process> processes = new ArrayList<>();

    @Test
    void keepsRecordsOverARestart() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, SECRET)) {
            broker.createTopics(new NewTopic("ledger", 1, (short) 1));
            produce(broker.clients(), 0, 100);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, SECRET)) {
            assertThat(consume(broker.clients(), 100)).isEqualTo(values(0, 100));
            produce(broker.clients(), 100, 200);
            assertThat(consume(broker.clients(), 200)).isEqualTo(values(0, 200));
        }
    }

    @Test
    void losesNoAcknowledgedRecordWhenItIsKilled() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, SECRET)) {
            broker.createTopics(new NewTopic("ledger", 1, (short) 1));
        }
        Process first = process();
        produce(readyClients(first), 0, 500);
        first.destroyForcibly().waitFor();
        KafkaClients clients = readyClients(process());
        assertThat(consume(clients, 500)).isEqualTo(values(0, 500));
        produce(clients, 500, 600);
        assertThat(consume(clients, 600)).isEqualTo(values(0, 600));
    }

    @AfterEach
    void killProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process process() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        data.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("PINTU_SECRET", SECRET_TEXT);
        Process process = command.start();
        processes.add(process);
        return process;
    }

    private static KafkaClients readyClients(Process process) {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = out.lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow();
        return BrokerLogin.operator(SECRET).clients(ready.substring("ready ".length()));
    }

    /** Writes numbers in a transaction; returns when it is committed. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if one of them did
    private static void produce(KafkaClients clients, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = clients.producer(Map.of("transactional.id", "test"))) {
            producer.initTransactions();
            producer.beginTransaction();
            values(from, to)
                    .forEach(value ->
                            producer.send(new ProducerRecord<>("ledger", value.getBytes(StandardCharsets.UTF_8))));
            producer.commitTransaction();
        }
    }

    /** Reads all records; repeated, for the commit marker is written after the commit is acknowledged. */
    private static List<String> consume(KafkaClients clients, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> readAll(clients), values -> values.size() >= count);
    }

    private static List<String> readAll(KafkaClients clients) {
        List<String> values = new ArrayList<>();
        CommittedTopicReader.readAll(
                clients, "ledger"::equals, record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }
}
