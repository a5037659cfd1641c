package id.pintu.systemtest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.RoutingApplication;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.standalone.server.EmbeddedMongoServer;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import id.pintu.systemtest.JsonTestClient;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Test fixture: several instances of routing-service with a real broker and a store, and no other service. */
record RoutingClusterFixture(
        EmbeddedBroker broker, EmbeddedMongoServer store, List<ConfigurableApplicationContext> instances, int offset)
        implements AutoCloseable {

    private static final InstallationSecret SECRET =
            new InstallationSecret("a secret of this test, long enough to be one");
    private static final JsonTestClient HTTP = new JsonTestClient();

    /** The national desk's {@code Authorization} header. */
    static final String DESK = key(StoredInstitutionKey.DESK);

    static RoutingClusterFixture start(Path data, int offset, int instances) {
        EmbeddedBroker broker = EmbeddedBroker.start(data, 9_092 + offset, SECRET);
        EmbeddedMongoServer store = EmbeddedMongoServer.start(9_017 + offset);
        RoutingClusterFixture cluster = new RoutingClusterFixture(broker, store, new ArrayList<>(), offset);
        try {
            cluster.instances.addAll(IntStream.range(0, instances)
                    .parallel()
                    .mapToObj(cluster::routing)
                    .toList());
            return cluster;
        } catch (RuntimeException e) {
            cluster.close(); // a running broker would halt the JVM when its directory is deleted
            throw e;
        }
    }

    static String key(String code) {
        return "Bearer " + StoredInstitutionKey.clearText(SECRET, code, 1);
    }

    static String operator() {
        return "Bearer " + SECRET.operatorToken();
    }

    /** Stops all instances and starts them again; the first one drops its snapshots and rebuilds them from the ledger. */
    void restartAndRebuild() {
        instances.forEach(ConfigurableApplicationContext::close);
        int before = instances.size();
        instances.clear();
        instances.add(routing(0, true));
        IntStream.range(1, before).mapToObj(this::routing).forEach(instances::add);
    }

    /** Clients of the broker's operator. */
    KafkaClients clients() {
        return broker.clients();
    }

    /** Writes events to the ledger, as another service or an earlier run would have. */
    void publish(ComplaintEvent... events) {
        try (KafkaProducer<byte[], byte[]> producer = clients().producer(Map.of())) {
            for (ComplaintEvent event : events) {
                assertThat(producer.send(OutboundRecord.event(event).record("test", Optional.empty())))
                        .succeedsWithin(Duration.ofSeconds(10));
            }
        }
    }

    JsonTestResponse send(int instance, String method, String path, String body, String... headers) {
        return HTTP.send(method, "http://127.0.0.1:" + port(instance) + path, body, headers)
                .orElseThrow();
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        store.close();
        broker.close();
    }

    private int port(int instance) {
        return 9_080 + offset + instance;
    }

    private ConfigurableApplicationContext routing(int instance) {
        return routing(instance, false);
    }

    private ConfigurableApplicationContext routing(int instance, boolean rebuild) {
        Map<String, Object> settings =
                new HashMap<>(BrokerLogin.service("routing", SECRET).springProperties());
        settings.putAll(Map.ofEntries(
                Map.entry("server.port", port(instance)),
                Map.entry("spring.kafka.bootstrap-servers", broker.bootstrapServers()),
                Map.entry("spring.mongodb.uri", store.uri()),
                Map.entry("pintu.instance", "routing-" + instance),
                Map.entry("pintu.partitions", 2),
                Map.entry("pintu.secret", "a secret of this test, long enough to be one"),
                Map.entry("pintu.rebuild-at-start", rebuild),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("spring.config.name", "routing-service")));
        return new SpringApplicationBuilder(RoutingApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }
}
