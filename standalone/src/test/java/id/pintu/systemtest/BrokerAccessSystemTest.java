package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** System test of what each user may do on each topic of the running all-in-one's broker. */
class BrokerAccessSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(17_000);
    private static final JsonTestClient HTTP = new JsonTestClient();

    /** Topic, who reads it, who writes it. Whoever is not named may not even see that it exists. */
    private static final String RIGHTS = """
        complaints            intake,notification,portal,routing,sla          intake,notification,routing,sla
        complaints.dead       account,intake,notification,portal,routing,sla  account,intake,notification,portal,routing,sla
        intake.commands       intake                                          intake
        intake.replies        intake                                          intake
        routing.commands      routing                                         routing
        routing.replies       routing                                         routing
        routing.pending       routing                                         routing
        reporters             notification                                    intake,notification
        accounts              account                                         account
        keys                  account,intake,notification,portal,routing,sla  intake,routing
        token-revocations     account,intake,notification,portal,routing,sla  account
        registry              portal,routing,sla                              routing
        registry.history      routing                                         routing
        institution-contacts  notification,routing                            routing
        institution-mails     notification                                    notification
        rulebooks             routing                                         routing
        rulebooks.history     routing                                         routing
        precedents            routing                                         routing
        webhooks              routing                                         routing
        canned-answers        portal                                          portal
        calendars             sla                                             sla
        calendars.effects     sla                                             sla
        audit-entries         account                                         account,intake,notification,portal,routing,sla
        audit                 account                                         account
        agency.D.33.74        D.33.74,routing                                 routing
        agency.D.33.72        routing                                         routing
        agency-actions.D.33.74  routing                                       D.33.74
        agency-actions.D.33.72  routing                                       -
        __consumer_offsets    -                                               -
        __transaction_state   -                                               -
        """;

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static Map<String, KafkaClients> users;

    /** What one user may do with one topic. */
    private enum TopicRight {
        DESCRIBE,
        READ,
        WRITE
    }

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        InstallationSecret secret = new InstallationSecret(server.secret());
        String broker = PORTS.bootstrapServers();
        users = new LinkedHashMap<>();
        for (String service : List.of("account", "intake", "routing", "sla", "notification", "portal")) {
            users.put(service, BrokerLogin.service(service, secret).clients(broker));
        }
        key("D.33.72", false); // another institution, whose topics exist then
        users.put(
                "D.33.74",
                BrokerLogin.institution("D.33.74", key("D.33.74", false)).clients(broker));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> mayDescribe(feedReader(), "agency.D.33.74"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void eachUserMayDoWithEachTopicWhatTheTableSays() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        RIGHTS.lines().map(line -> line.split("\\s+")).forEach(columns -> {
            Set<String> readers = Set.copyOf(Arrays.asList(columns[1].split(",")));
            Set<String> writers = Set.copyOf(Arrays.asList(columns[2].split(",")));
            for (String user : users.keySet()) {
                Set<TopicRight> rights = new TreeSet<>();
                if (readers.contains(user)) {
                    rights.addAll(List.of(TopicRight.DESCRIBE, TopicRight.READ));
                }
                if (writers.contains(user)) {
                    rights.addAll(List.of(TopicRight.DESCRIBE, TopicRight.WRITE));
                }
                expected.put(columns[0] + " by " + user, rights.toString());
            }
        });

        Map<String, String> actual = new TreeMap<>();
        for (String topic : topics()) {
            for (Map.Entry<String, KafkaClients> user : users.entrySet()) {
                actual.put(
                        topic + " by " + user.getKey(),
                        rights(user.getValue(), topic).toString());
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void nobodyConnectsWithoutAPasswordOrWithAWrongOne() {
        String broker = PORTS.bootstrapServers();
        assertThatThrownBy(() -> describe(KafkaClients.unauthenticated(broker), "complaints"))
                .isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() ->
                        describe(BrokerLogin.institution("D.33.74", "guessed").clients(broker), "complaints"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void anInstitutionCannotCreateTopicsNorChangeRights() {
        try (Admin admin = feedReader().admin()) {
            assertThatThrownBy(() ->
                            admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("agency.D.33.74.own", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void anInstitutionReadsItsFeedInAGroupOfItsNameUntilItsKeyIsRenewedOrRevoked() {
        String code = "D.33.73";
        String first = key(code, false);
        KafkaClients old = BrokerLogin.institution(code, first).clients(PORTS.bootstrapServers());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> mayDescribe(old, "agency." + code));
        try (KafkaConsumer<byte[], byte[]> consumer =
                old.readCommittedConsumer(Map.of("group.id", code + "-reports"))) {
            consumer.subscribe(List.of("agency." + code));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return !consumer.assignment().isEmpty();
            });
        }
        try (KafkaConsumer<byte[], byte[]> consumer = old.readCommittedConsumer(Map.of("group.id", "routing"))) {
            consumer.subscribe(List.of("agency." + code));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10))).isInstanceOf(AuthorizationException.class);
        }

        KafkaClients renewed = BrokerLogin.institution(code, key(code, true)).clients(PORTS.bootstrapServers());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> mayDescribe(renewed, "agency." + code));
        assertThatThrownBy(() -> describe(old, "agency." + code))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);

        assertThat(revoke(code)).isEqualTo(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(() -> describe(renewed, "agency." + code))
                        .hasRootCauseInstanceOf(SaslAuthenticationException.class));
        assertThat(revoke(code)).isEqualTo(404);
    }

    /** All topics of the broker, of the feeds only two. */
    private static Set<String> topics() throws Exception {
        try (Admin admin = server.clients().admin()) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                    .filter(topic -> !topic.startsWith("agency") || topic.matches("agency(-actions)?\\.D\\.33\\.7[24]"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<TopicRight> rights(KafkaClients user, String topic) throws Exception {
        Set<TopicRight> rights = new TreeSet<>();
        if (mayDescribe(user, topic)) {
            rights.add(TopicRight.DESCRIBE);
        }
        if (mayRead(user, topic)) {
            rights.add(TopicRight.READ);
        }
        if (mayWrite(user, topic)) {
            rights.add(TopicRight.WRITE);
        }
        return rights;
    }

    private static boolean mayDescribe(KafkaClients user, String topic) throws Exception {
        try {
            describe(user, topic);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return false;
            }
            throw e;
        }
    }

    private static void describe(KafkaClients user, String topic) throws Exception {
        try (Admin admin = user.admin(Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 3_000))) {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
        }
    }

    /** Whether the broker answers a fetch. */
    private static boolean mayRead(KafkaClients user, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                user.readCommittedConsumer(Map.of("fetch.max.wait.ms", 50, "default.api.timeout.ms", 5_000))) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100));
                boolean fetched = consumer.metrics().entrySet().stream()
                        .filter(metric -> metric.getKey().name().equals("fetch-total")
                                && metric.getKey().tags().size() == 1)
                        .anyMatch(metric -> (Double) metric.getValue().metricValue() > 0);
                if (fetched) {
                    return true;
                }
            }
            throw new AssertionError("no answer about " + topic);
        } catch (TopicAuthorizationException e) {
            return false;
        }
    }

    /** Whether the broker refuses a record for its impossible time, and not for its sender: so that none is written. */
    private static boolean mayWrite(KafkaClients user, String topic) throws Exception {
        long impossible = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();
        try (KafkaProducer<byte[], byte[]> producer =
                user.producer(Map.of("max.block.ms", 5_000, "enable.idempotence", false))) {
            producer.send(new ProducerRecord<>(topic, 0, impossible, "key".getBytes(UTF_8), "value".getBytes(UTF_8)))
                    .get();
            throw new AssertionError("written to " + topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return false;
            }
            assertThat(e).hasCauseInstanceOf(InvalidTimestampException.class);
            return true;
        }
    }

    private static KafkaClients feedReader() {
        return Objects.requireNonNull(users.get("D.33.74"));
    }

    private static int revoke(String code) {
        return HTTP.send("DELETE", PORTS.routing() + "/v1/keys/" + code, "", "Authorization", operator())
                .orElseThrow()
                .status();
    }

    private static String operator() {
        return "Bearer " + new InstallationSecret(server.secret()).operatorToken();
    }

    private static String key(String code, boolean renew) {
        return HTTP.post(PORTS.routing() + "/v1/keys/" + code, Map.of("renew", renew), "Authorization", operator())
                .orElseThrow()
                .body()
                .path("key")
                .asString();
    }
}
