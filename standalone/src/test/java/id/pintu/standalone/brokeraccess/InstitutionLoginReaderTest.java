package id.pintu.standalone.brokeraccess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstitutionLoginReaderTest {

    private static final String FORMER = "the former secret, long enough to be one";
    private static final String CURRENT = "a secret of this test, long enough to be one";
    private static final InstallationSecret SECRET = new InstallationSecret(CURRENT);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private BrokerAccessAdministrator administrator;

    @SuppressWarnings("NullAway.Init")
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        broker = EmbeddedBroker.start(data, 0, SECRET);
        administrator = new BrokerAccessAdministrator(broker.clients());
        producer = broker.clients().producer(Map.of());
        broker.createTopics(new NewTopic("agency.D.33.74", 1, (short) 1));
    }

    @AfterEach
    void close() {
        producer.close();
        administrator.close();
        broker.close();
    }

    @Test
    void appliesOnlyTheLastKeyOfWhatWasWrittenBefore() {
        administrator.createCompactedTopic(InstitutionKeyIndex.TOPIC);
        write("D.33.74", SECRET, 1, true);
        write("D.33.74", SECRET, 2, false);
        write("D.33.73", SECRET, 1, true);
        write("D.33.73", SECRET, 2, true);
        write("D.33.73", SECRET, 1, true);
        administrator.putInstitution("D.33.74", StoredInstitutionKey.clearText(SECRET, "D.33.74", 1));

        try (InstitutionLoginReader reader = start(CURRENT)) {
            assertThat(reader).isNotNull();
            awaitInstitutions("D.33.73");
            assertThat(signsIn(BrokerLogin.institution("D.33.73", key("D.33.73", 2))))
                    .isTrue();
            assertThat(signsIn(BrokerLogin.institution("D.33.73", key("D.33.73", 1))))
                    .isFalse();
        }
    }

    @Test
    void neverPermitsAnOlderKeyNotEvenForAMoment() {
        administrator.createCompactedTopic(InstitutionKeyIndex.TOPIC);
        write("D.33.74", SECRET, 1, true);
        write("D.33.73", SECRET, 1, true);
        for (int number = 0; number < 600; number++) { // more than one poll
            write("K.A" + number, SECRET, 1, false);
        }
        write("D.33.74", SECRET, 2, false);
        write("D.33.73", SECRET, 2, true);
        RecordingAccess access = new RecordingAccess();

        InstitutionLoginReader reader =
                new InstitutionLoginReader(broker.clients(), InstallationSecrets.of(CURRENT), access);
        reader.start();
        try (reader) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(access.changes)
                            .containsExactlyInAnyOrder("put D.33.73 " + key("D.33.73", 2), "remove D.33.74"));
        }
    }

    @Test
    void aKeyOfASecretThatIsStillListedOpensAndOneThatIsNotEnds() {
        administrator.createCompactedTopic(InstitutionKeyIndex.TOPIC);
        write("D.33.74", new InstallationSecret(FORMER), 1, true);

        try (InstitutionLoginReader reader = start(CURRENT, FORMER)) {
            assertThat(reader).isNotNull();
            awaitInstitutions("D.33.74");
        }
        try (InstitutionLoginReader reader = start(CURRENT)) {
            assertThat(reader).isNotNull();
            awaitInstitutions();
        }
    }

    @Test
    void changesNoOtherUserWhoeverWritesItsNameIntoTheTopic() {
        administrator.createCompactedTopic(InstitutionKeyIndex.TOPIC);
        for (String name : List.of("routing", "operator", "admin", "*", "DESK")) {
            write(name, SECRET, 1, true);
            assertThatThrownBy(() -> administrator.putInstitution(name, "0"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        write("D.33.74", SECRET, 1, true);

        try (InstitutionLoginReader reader = start(CURRENT)) {
            assertThat(reader).isNotNull();
            awaitInstitutions("D.33.74");
            assertThat(signsIn(BrokerLogin.service("routing", SECRET))).isTrue();
            assertThat(signsIn(BrokerLogin.institution("admin", key("admin", 1))))
                    .isFalse();
        }
    }

    @Test
    void theTopicIsCompactedAlsoWhenThisComesFirst() throws Exception {
        try (InstitutionLoginReader reader = start(CURRENT);
                Admin admin = broker.clients().admin()) {
            assertThat(reader).isNotNull();
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, InstitutionKeyIndex.TOPIC);
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    /** Access of which every change is kept. */
    private static final class RecordingAccess implements InstitutionAccess {

        private final List<String> changes = new CopyOnWriteArrayList<>();

        @Override
        public Set<String> institutions() {
            return Set.of("D.33.74");
        }

        @Override
        public void putInstitution(String code, String key) {
            changes.add("put " + code + " " + key);
        }

        @Override
        public void removeInstitution(String code) {
            changes.add("remove " + code);
        }

        @Override
        public void close() {}
    }

    private InstitutionLoginReader start(String secret, String... previous) {
        return InstitutionLoginReader.start(broker.clients(), InstallationSecrets.of(secret, previous));
    }

    private void awaitInstitutions(String... codes) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(administrator.institutions()).containsExactlyInAnyOrder(codes));
    }

    private static String key(String code, int generation) {
        return StoredInstitutionKey.clearText(SECRET, code, generation);
    }

    private void write(String code, InstallationSecret secret, int generation, boolean shown) {
        byte[] value =
                WireJsonMapper.MAPPER.writeValueAsBytes(StoredInstitutionKey.of(secret, code, generation, shown));
        assertThat(producer.send(new ProducerRecord<>(InstitutionKeyIndex.TOPIC, code.getBytes(UTF_8), value)))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    private boolean signsIn(BrokerLogin login) {
        try (Admin admin = login.clients(broker.bootstrapServers())
                .admin(Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 3_000))) {
            admin.listTopics().names().get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasRootCauseInstanceOf(SaslAuthenticationException.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
